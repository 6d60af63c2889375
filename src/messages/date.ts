/** "26 November 2026", on the reader's own calendar. Apart from `words.ts`, since most pages show no date. */
export const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

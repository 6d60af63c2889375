/** What the learner gave; stored in events, so its shape is for ever. Ids are option, item and group ids. */
export type Response =
  | { readonly type: 'single'; readonly option: string }
  | { readonly type: 'multiple'; readonly options: readonly string[] }
  | { readonly type: 'order'; readonly items: readonly string[] }
  | { readonly type: 'match'; readonly groups: Readonly<Record<string, string>> }
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }

/** How sure the learner said to be; optional, one tap, never a penalty. */
export type Confidence = 'guess' | 'fairly' | 'certain'

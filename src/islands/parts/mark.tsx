import type { Discipline } from '../../core/course/course.ts'

/** The mark of a discipline, in its hue, beside a name that says the same. */
export const Mark = ({ discipline }: { readonly discipline: Discipline }) => (
  <svg class="mark" viewBox="0 0 16 16" data-discipline={discipline} aria-hidden="true"><use href={`#mark-${discipline}`} /></svg>
)

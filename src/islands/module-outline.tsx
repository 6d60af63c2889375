import { useStore } from '@nanostores/preact'
import { addresses } from '../core/course/address.ts'
import type { Discipline } from '../core/course/course.ts'
import { moduleProgress } from '../core/record/progress.ts'
import { progressTexts as texts } from '../messages/progress.ts'
import { duration } from '../messages/site.ts'
import { record } from '../stores/app.ts'

/** A line of the outline; a planned lesson is promised and not written. */
export interface OutlineEntry {
  readonly id: string
  readonly title: string
  /** Reading time, minutes. */
  readonly minutes: number
  readonly planned?: boolean
}

interface Props {
  readonly base: string
  readonly module: { readonly id: string; readonly title: string; readonly discipline: Discipline }
  readonly entries: readonly OutlineEntry[]
  /** Id of the lesson that the page shows. */
  readonly current: string
}

const CLASSES = { new: undefined, begun: 'is-part', read: 'is-done' } as const

/** The module's lessons with what has been read. Folded on narrow screens; the style sheet keeps it open beside the text. */
export const ModuleOutline = ({ base, module, entries, current }: Props) => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  const to = addresses(base)
  const written = entries.filter(({ planned }) => !planned)
  const so = moduleProgress({ id: module.id, lessons: written.map((entry) => ({ ...entry, questions: [] })) }, events)
  const states = new Map(so.lessonProgress.map(({ id, state }) => [id, state]))
  const position = written.findIndex(({ id }) => id === current) + 1
  return (
    <nav class="outline" aria-label={texts.outline}>
      <details class="outline-fold">
        <summary>
          <svg class="mark" viewBox="0 0 16 16" data-discipline={module.discipline} aria-hidden="true"><use href={`#mark-${module.discipline}`} /></svg>
          <span>{texts.position(module.title, position, written.length)}</span>
        </summary>
        <ol class="lessons">
          {entries.map(({ id, title, minutes, planned }) => {
            const state = states.get(id) ?? 'new'
            return planned
              ? <li key={id} class="is-planned"><span>{title}</span><span class="t">{texts.planned}</span></li>
              : (
                <li key={id} class={CLASSES[state]}>
                  <span>
                    <a href={to.lesson(id)} aria-current={id === current ? 'page' : undefined}>{title}</a>
                    {state !== 'new' && <span class="visually-hidden">, {texts.states[state]}</span>}
                  </span>
                  <span class="t">{duration(minutes)}</span>
                </li>
              )
          })}
        </ol>
        <div class="sum">
          <progress max={so.lessons} value={so.read} aria-label={texts.bar(so.read, so.lessons)} />
          <span>{texts.sum(so.read, so.lessons, so.minutesToGo)}</span>
        </div>
      </details>
    </nav>
  )
}

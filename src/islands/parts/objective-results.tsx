import type { OutlineLesson } from '../../core/course/outline.ts'
import type { LessonResult } from '../../core/sittings/result.ts'
import { addresses } from '../../core/course/address.ts'
import { verdictOf } from '../../core/quiz/verdict.ts'
import { sittingTexts as texts } from '../../messages/sittings.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly base: string
  readonly lessons: readonly OutlineLesson[]
  readonly results: readonly LessonResult[]
}

/** Each objective that was asked about, under its lesson, with how many of its questions were right. */
export const ObjectiveResults = ({ base, lessons, results }: Props) => (
  <div class="objective-results">
    {results.map(({ lesson, objectives }) => {
      const own = lessons.find(({ id }) => id === lesson)
      return (
        <section key={lesson}>
          <h3><a href={addresses(base).lesson(lesson)}>{own?.title ?? lesson}</a></h3>
          <ul class="plain-list">
            {objectives.map(({ objective, right, asked }) => {
              const verdict = verdictOf(right / asked)
              return (
                <li key={objective} class={`is-${verdict}`}>
                  <span>{own?.objectives.find(({ id }) => id === objective)?.text ?? objective}</span>
                  <span class="verdict"><Icon name={verdict} />{texts.of(right, asked)}</span>
                </li>
              )
            })}
          </ul>
        </section>
      )
    })}
  </div>
)

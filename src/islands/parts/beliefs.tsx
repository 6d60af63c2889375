import { addresses } from '../../core/course/address.ts'
import type { Misconception } from '../../core/course/course.ts'
import type { CourseOutline } from '../../core/course/outline.ts'
import type { ChosenMisconception } from '../../core/record/misconceptions.ts'
import { recordTexts as texts } from '../../messages/record.ts'

interface Props {
  readonly base: string
  readonly outline: CourseOutline
  readonly chosen: readonly ChosenMisconception[]
  readonly misconceptions: readonly Misconception[]
}

/** The misconceptions behind the learner's answers, each with the view that corrects it and where it is taught. */
export const Beliefs = ({ base, outline, chosen, misconceptions }: Props) => {
  const lessons = new Map(outline.modules.flatMap((module) => module.lessons.map((lesson) => [lesson.id, lesson] as const)))
  return (
    <ul class="beliefs">
      {chosen.map(({ id, times, lastAt }) => {
        const known = misconceptions.find((entry) => entry.id === id)
        const lesson = known && lessons.get(known.lesson)
        return (
          <li key={id} data-discipline={known?.discipline}>
            <p class="belief">
              {known && <svg class="mark" viewBox="0 0 16 16" data-discipline={known.discipline} aria-hidden="true"><use href={`#mark-${known.discipline}`} /></svg>}
              <span>{known?.belief ?? texts.unknownBelief}</span>
            </p>
            {known && <p class="view">{known.view}{' '}{lesson && <a href={addresses(base).lesson(lesson.id)}>{lesson.title}</a>}</p>}
            <p class="count">{texts.chosen(times, lastAt)}</p>
          </li>
        )
      })}
    </ul>
  )
}

import type { OutlineLesson } from '../../core/course/outline.ts'
import type { LessonProgress } from '../../core/record/progress.ts'
import type { LessonHolding } from '../../core/record/holding.ts'
import { addresses } from '../../core/course/address.ts'
import { heldOf } from '../../core/record/holding.ts'
import { masteryTexts as texts } from '../../messages/mastery.ts'
import { MasteryCell } from './mastery-cell.tsx'

const RINGS = { new: 'ring', begun: 'ring is-part', 'review-only': 'ring is-aside', read: 'ring is-done' } as const

interface Props {
  readonly base: string
  readonly lesson: OutlineLesson
  readonly done: LessonProgress
  readonly so: LessonHolding
}

/** A lesson in one line, whether it is read and a square for each objective; opened, the objectives in words. */
export const LessonStanding = ({ base, lesson, done, so }: Props) => {
  const { held, objectives } = heldOf(so.counts)
  return (
    <details class="lesson-standing">
      <summary>
        <span class={RINGS[done.state]} aria-hidden="true" />
        <span class="name">{lesson.title}<span class="visually-hidden">, {texts.lessonStates[done.state]}</span></span>
        <span class="label-line">{texts.held(held, objectives)}</span>
        <span class="cells" role="img" aria-label={so.objectives.map(({ state }) => texts.states[state]).join(', ')}>
          {so.objectives.map(({ id, state }) => <MasteryCell key={id} state={state} />)}
        </span>
      </summary>
      <ul class="objectives">
        {so.objectives.map(({ id, text, state, questions, held: ofQuestions }) => (
          <li key={id}>
            <MasteryCell state={state} />
            <p>{text}<span class="label-line"><strong>{texts.states[state]}</strong>, {texts.questionsHeld(ofQuestions, questions)}</span></p>
          </li>
        ))}
      </ul>
      <p class="lesson-line">{texts.lessonLine(done.answered, done.questions, done.right)}{' '}<a href={addresses(base).lesson(lesson.id)}>{texts.openLesson(lesson.title)}</a></p>
    </details>
  )
}

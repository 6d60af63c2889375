import { useStore } from '@nanostores/preact'
import { useMemo, useState } from 'preact/hooks'
import { addresses } from '../../core/course/address.ts'
import type { OutlineLesson } from '../../core/course/outline.ts'
import { plainText } from '../../core/course/rich.ts'
import type { Missed } from '../../core/record/progress.ts'
import { recordTexts as texts } from '../../messages/record.ts'
import { questionsOf } from '../../stores/app.ts'

interface LessonProps {
  readonly base: string
  readonly lesson: OutlineLesson
  readonly missed: readonly Missed[]
}

/** The links, with the prompts as their names once the lesson's bank has been fetched. */
const Links = ({ base, lesson, missed }: LessonProps) => {
  const bank = useStore(useMemo(() => questionsOf(lesson.id), [lesson.id]))
  return (
    <>
      {bank.status === 'failed' && <p class="label-line">{texts.promptsFailed}</p>}
      <ul class="missed-links">
        {missed.map(({ question, times, at }) => {
          const prompt = bank.status === 'ready' ? bank.value.find(({ id }) => id === question)?.prompt : undefined
          return (
            <li key={question}>
              <a href={addresses(base).question(lesson.id, question)}>
                {prompt ? prompt.map(plainText).join(' ') : texts.questionNumber(lesson.questions.indexOf(question) + 1)}
              </a>
              <span class="label-line">{texts.missedTimes(times, at)}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

const OfLesson = (props: LessonProps) => {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.missedIn(props.lesson.title, props.missed.length)}</summary>
      {open && <Links {...props} />}
    </details>
  )
}

interface Props {
  readonly base: string
  readonly lessons: readonly OutlineLesson[]
  /** Those whose questions the course still shows. */
  readonly missed: readonly Missed[]
}

/** Missed questions lesson by lesson; a lesson's prompts are fetched when it is opened. */
export const MissedQuestions = ({ base, lessons, missed }: Props) => (
  <div class="missed">
    {lessons.map((lesson) => {
      const own = missed.filter(({ question }) => lesson.questions.includes(question))
      return own.length > 0 && <OfLesson key={lesson.id} base={base} lesson={lesson} missed={own} />
    })}
  </div>
)

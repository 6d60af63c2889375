import { useStore } from '@nanostores/preact'
import { addresses } from '../../core/course/address.ts'
import { continueAt } from '../../core/record/progress.ts'
import { reviewRestTexts as texts } from '../../messages/review-rest.ts'
import { record } from '../../stores/app.ts'
import { outline } from '../../stores/pages.ts'

interface Props {
  readonly base: string
  /** Whether it is the one thing to do. */
  readonly isMain?: boolean
}

/** The lesson to start or go on with, or where the learner stands once all are read, so that there is always a way on. */
export const LessonLink = ({ base, isMain }: Props) => {
  const remote = useStore(outline)
  const { events } = useStore(record.$state)
  if (remote.status === 'loading') return null
  const look = `button ${isMain ? 'button--main' : 'button--quiet'}`
  const { isNew, lesson } = remote.status === 'ready' ? continueAt(remote.value, events) : {}
  return lesson
    ? <a class={look} href={addresses(base).lesson(lesson.id)}>{isNew ? texts.start(lesson.title) : texts.continue(lesson.title)}</a>
    : <a class={look} href={addresses(base).progress}>{texts.standing}</a>
}

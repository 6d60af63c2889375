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

/** The lesson to start or go on with; nothing when all are read or the outline cannot be had. */
export const LessonLink = ({ base, isMain }: Props) => {
  const remote = useStore(outline)
  const { events } = useStore(record.$state)
  if (remote.status !== 'ready') return null
  const { isNew, lesson } = continueAt(remote.value, events)
  return lesson ? (
    <a class={`button ${isMain ? 'button--main' : 'button--quiet'}`} href={addresses(base).lesson(lesson.id)}>
      {isNew ? texts.start(lesson.title) : texts.continue(lesson.title)}
    </a>
  ) : null
}

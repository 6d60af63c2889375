import './continue-button.css'
import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { addresses } from '../core/course/address.ts'
import type { CourseOutline } from '../core/course/outline.ts'
import { continueAt, progress } from '../core/record/progress.ts'
import { effective, type LearnerRecord } from '../core/record/record.ts'
import { forToday } from '../core/review/session.ts'
import { progressTexts as texts } from '../messages/progress.ts'
import { now, record } from '../stores/app.ts'
import { memory, outline } from '../stores/pages.ts'
import { useLoaded } from './parts/use-loaded.ts'
import { useShownAt } from './parts/use-shown-at.ts'

interface Props {
  readonly base: string
  /** The first written lesson of the course. */
  readonly first: { readonly id: string; readonly title: string; readonly minutes: number }
}

interface LinkProps {
  readonly href: string
  readonly text: string
  readonly children: ComponentChildren
}

const Link = ({ href, text, children }: LinkProps) => (
  <p class="start">
    <a class="button button--main" href={href}>{text}</a>
    <span class="label-line">{children}</span>
  </p>
)

const Start = ({ base, first }: Props) =>
  <Link href={addresses(base).lesson(first.id)} text={texts.start}>{texts.lessonLine(first.title, first.minutes)}</Link>

interface GoOnProps {
  readonly base: string
  readonly outline: CourseOutline
  readonly events: LearnerRecord
}

const GoOn = ({ base, outline: course, events }: GoOnProps) => {
  const { lesson } = continueAt(course, events)
  const reading = progress(course, events)
  return lesson
    ? <Link href={addresses(base).lesson(lesson.id)} text={texts.continue(lesson.title)}>{texts.minutesLine(lesson.minutes, reading)}</Link>
    : <Link href={addresses(base).progress} text={texts.again}>{texts.finishedLine(reading)}</Link>
}

type Ready = Awaited<ReturnType<typeof memory>>

/** Reviewing comes before going on, which stays at hand. Until it is known whether something is due nothing changes under a click. */
const ReviewOrGoOn = ({ $memory, ...props }: Props & GoOnProps & { readonly $memory: Ready }) => {
  const state = useStore($memory)
  // What is due is asked for each time that the page is shown.
  useShownAt()
  if (state.status === 'loading') return <Start {...props} />
  const { count, moreWaits, done } = state.status === 'ready' ? forToday(state.memories, now()) : { count: 0, moreWaits: false, done: false }
  if (count === 0 || done) return <GoOn {...props} />
  const { lesson } = continueAt(props.outline, props.events)
  const to = addresses(props.base)
  return (
    <Link href={to.review} text={texts.review(count, moreWaits)}>
      {lesson ? <a href={to.lesson(lesson.id)}>{texts.continue(lesson.title)}</a> : <a href={to.progress}>{texts.again}</a>}
    </Link>
  )
}

/** Only a learner who has begun needs the course's outline and the scheduler, so only then are they fetched. */
const Continue = (props: Props & { readonly events: LearnerRecord }) => {
  const remote = useStore(outline, { ssr: 'initial' })
  const $memory = useLoaded(memory)
  if (remote.status !== 'ready' || $memory === 'loading') return <Start {...props} />
  return $memory === 'failed' ? <GoOn {...props} outline={remote.value} /> : <ReviewOrGoOn {...props} outline={remote.value} $memory={$memory} />
}

/** The one thing to do on the home page: start, review what is due, or go on where the learner stopped. */
export const ContinueButton = (props: Props) => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  return effective(events).length > 0 ? <Continue {...props} events={events} /> : <Start {...props} />
}

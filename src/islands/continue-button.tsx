import './continue-button.css'
import { useStore } from '@nanostores/preact'
import { addresses } from '../core/course/address.ts'
import { continueAt, progress } from '../core/record/progress.ts'
import { effective, type LearnerRecord } from '../core/record/record.ts'
import { progressTexts as texts } from '../messages/progress.ts'
import { outline, record } from '../stores/app.ts'

interface Props {
  readonly base: string
  /** The first written lesson of the course. */
  readonly first: { readonly id: string; readonly title: string; readonly minutes: number }
}

interface LinkProps {
  readonly href: string
  readonly text: string
  readonly line: string
}

const Link = ({ href, text, line }: LinkProps) => (
  <p class="start">
    <a class="button button--main" href={href}>{text}</a>
    <span class="label-line">{line}</span>
  </p>
)

const Start = ({ base, first }: Props) =>
  <Link href={addresses(base).lesson(first.id)} text={texts.start} line={texts.lessonLine(first.title, first.minutes)} />

/** Only a learner who has begun needs the course's outline, so only then is it fetched. */
const Continue = ({ base, first, events }: Props & { readonly events: LearnerRecord }) => {
  const remote = useStore(outline, { ssr: 'initial' })
  if (remote.status !== 'ready') return <Start base={base} first={first} />
  const { lesson } = continueAt(remote.value, events)
  const reading = progress(remote.value, events)
  return lesson
    ? <Link href={addresses(base).lesson(lesson.id)} text={texts.continue(lesson.title)} line={texts.minutesLine(lesson.minutes, reading)} />
    : <Link href={addresses(base).progress} text={texts.again} line={texts.finishedLine(reading)} />
}

/** The one thing to do on the home page: start, or go on where the learner stopped. */
export const ContinueButton = (props: Props) => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  return effective(events).length > 0 ? <Continue {...props} events={events} /> : <Start {...props} />
}

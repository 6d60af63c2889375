import { useStore } from '@nanostores/preact'
import type { OutlineModule } from '../core/course/outline.ts'
import type { LearnerRecord } from '../core/record/record.ts'
import { moduleProgress } from '../core/record/progress.ts'
import { progressTexts as texts } from '../messages/progress.ts'
import { record } from '../stores/app.ts'
import { outline } from '../stores/pages.ts'

interface Props {
  readonly base: string
  /** The module's id. */
  readonly module: string
  readonly title: string
  /** How many lessons of it are written. */
  readonly lessons: number
}

interface BarProps {
  readonly title: string
  readonly read: number
  readonly lessons: number
  readonly words: string
}

const Bar = ({ title, read, lessons, words }: BarProps) => (
  <>
    <progress max={lessons} value={read} aria-label={texts.moduleBar(title, words)} />
    <span>{words}</span>
  </>
)

/** Only a learner who has begun needs the course's outline, so only then is it fetched. */
const Begun = ({ module, title, lessons, events }: Props & { readonly events: LearnerRecord }) => {
  const remote = useStore(outline, { ssr: 'initial' })
  const found: OutlineModule | undefined = remote.status === 'ready' ? remote.value.modules.find(({ id }) => id === module) : undefined
  const so = found && moduleProgress(found, events)
  const words = !so || so.read + so.begun + so.reviewOnly === 0 ? texts.notStarted : so.read === so.lessons ? texts.allRead : texts.begun(so)
  return <Bar title={title} read={so?.read ?? 0} lessons={lessons} words={words} />
}

/** How much of a module has been read, as a bar and in words. */
export const ModuleProgress = (props: Props) => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  return events.length > 0
    ? <Begun {...props} events={events} />
    : <Bar title={props.title} read={0} lessons={props.lessons} words={texts.notStarted} />
}

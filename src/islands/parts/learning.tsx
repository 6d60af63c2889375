import type { CourseOutline } from '../../core/course/outline.ts'
import type { CourseProgress } from '../../core/record/progress.ts'
import type { LearnerRecord } from '../../core/record/record.ts'
import type { CourseHolding } from '../../core/record/holding.ts'
import type { QuestionIndex } from '../../core/review/question-index.ts'
import { useStore } from '@nanostores/preact'
import { useMemo } from 'preact/hooks'
import { calibration } from '../../core/record/calibration.ts'
import { history } from '../../core/record/history.ts'
import { chosenMisconceptions } from '../../core/record/misconceptions.ts'
import { redosByLesson } from '../../core/record/redo.ts'
import { historyTexts } from '../../messages/history.ts'
import { masteryTexts as texts } from '../../messages/mastery.ts'
import { now } from '../../stores/app.ts'
import { misconceptions } from '../../stores/pages.ts'
import { Band } from './band.tsx'
import { Beliefs } from './beliefs.tsx'
import { CalibrationChart } from './calibration-chart.tsx'
import { HistoryChart } from './history-chart.tsx'
import { RedoLesson } from './redo-lesson.tsx'
import { Standing } from './standing.tsx'

/** Minutes that this device's time is ahead of UTC. */
const minutesAhead = (atMs: number): number => -new Date(atMs).getTimezoneOffset()

interface Props {
  readonly base: string
  readonly course: CourseOutline
  readonly index: QuestionIndex
  readonly events: LearnerRecord
  readonly done: CourseProgress
  readonly so: CourseHolding
}

/** What the record says about learning: how well held, what to look at again, which beliefs, how sure and how right, week by week. */
export const Learning = ({ base, course, index, events, done, so }: Props) => {
  const beliefs = useStore(misconceptions)
  const openedMs = useMemo(now, [])
  const redos = useMemo(() => redosByLesson(index, events, openedMs), [index, events])
  const chosen = useMemo(() => chosenMisconceptions(index, events), [index, events])
  const results = useMemo(() => calibration(events), [events])
  const weeks = useMemo(() => history(index, events, now(), minutesAhead), [index, events])
  const lessons = course.modules.flatMap((module) => module.lessons)
  return (
    <>
      <Band id="standing" title={texts.standing} intro={texts.standingIntro}>
        <Standing base={base} outline={course} done={done} so={so} />
      </Band>
      <Band id="redo" title={texts.redo} intro={texts.redoIntro}>
        {redos.length === 0 && <p>{texts.redoNone}</p>}
        <div class="redos">
          {redos.map(({ lesson: id, questions }) => {
            const lesson = lessons.find((entry) => entry.id === id)
            return lesson && <RedoLesson key={id} base={base} lesson={lesson} redos={questions} />
          })}
        </div>
      </Band>
      <Band id="beliefs" title={texts.beliefs} intro={texts.beliefsIntro}>
        <Beliefs base={base} lessons={lessons} chosen={chosen} misconceptions={beliefs.status === 'ready' ? beliefs.value : []} />
      </Band>
      <Band id="calibration" title={texts.calibration} intro={texts.calibrationIntro}>
        {results.some(({ answers }) => answers > 0) ? <CalibrationChart results={results} /> : <p>{texts.calibrationNone}</p>}
      </Band>
      <Band id="history" title={historyTexts.title} intro={historyTexts.intro}>
        <HistoryChart weeks={weeks} />
      </Band>
    </>
  )
}

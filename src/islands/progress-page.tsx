import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { addresses } from '../core/course/address.ts'
import type { CourseOutline } from '../core/course/outline.ts'
import type { LearnerRecord } from '../core/record/record.ts'
import type { BackupStore } from '../stores/backup.ts'
import { calibration } from '../core/record/calibration.ts'
import { chosenMisconceptions } from '../core/record/misconceptions.ts'
import { continueAt, missed, progress } from '../core/record/progress.ts'
import { effective, resetsInForce } from '../core/record/record.ts'
import { noteTexts } from '../messages/notes.ts'
import { recordTexts as texts } from '../messages/record.ts'
import { backup, misconceptions, outline, record } from '../stores/app.ts'
import { BackupRows } from './parts/backup-rows.tsx'
import { Beliefs } from './parts/beliefs.tsx'
import { CalibrationChart } from './parts/calibration-chart.tsx'
import { MissedQuestions } from './parts/missed-questions.tsx'
import { NotesList } from './parts/notes-list.tsx'
import { ResetRow } from './parts/reset-row.tsx'
import { Standing } from './parts/standing.tsx'
import { StorageRow } from './parts/storage-row.tsx'

const Band = ({ id, title, intro, children }: { id: string; title: string; intro: string; children: ComponentChildren }) => (
  <section class="band" aria-labelledby={id}>
    <header><h2 id={id}>{title}</h2><p>{intro}</p></header>
    <div>{children}</div>
  </section>
)

interface LearningProps {
  readonly base: string
  readonly course: CourseOutline
  readonly events: LearnerRecord
}

/** What the record says about learning: how far, which beliefs, what to look at again, how sure and how right. */
const Learning = ({ base, course, events }: LearningProps) => {
  const beliefs = useStore(misconceptions)
  const chosen = chosenMisconceptions(events)
  const lessons = course.modules.flatMap((module) => module.lessons)
  const shown = new Set(lessons.flatMap((lesson) => lesson.questions))
  const again = missed(events).filter(({ question }) => shown.has(question))
  const results = calibration(events)
  const certain = results.find(({ confidence }) => confidence === 'certain')
  return (
    <>
      <Band id="standing" title={texts.standing} intro={texts.standingIntro}>
        <Standing base={base} outline={course} so={progress(course, events)} />
      </Band>
      <Band id="missed" title={texts.missed} intro={texts.missedIntro}>
        {again.length > 0 ? <MissedQuestions base={base} lessons={lessons} missed={again} /> : <p>{texts.missedNone}</p>}
      </Band>
      <Band id="beliefs" title={texts.beliefs} intro={texts.beliefsIntro}>
        {chosen.length > 0
          ? <Beliefs base={base} outline={course} chosen={chosen} misconceptions={beliefs.status === 'ready' ? beliefs.value : []} />
          : <p>{texts.beliefsNone}</p>}
      </Band>
      <Band id="calibration" title={texts.calibration} intro={texts.calibrationIntro}>
        {results.some(({ answers }) => answers > 0) ? <CalibrationChart results={results} /> : <p>{texts.calibrationNone}</p>}
        {certain && certain.answers > 0 && <p class="certain-line">{texts.certainLine(certain.share)}</p>}
      </Band>
    </>
  )
}

interface HeadProps {
  readonly base: string
  readonly course: CourseOutline
  readonly events: LearnerRecord
}

const Summary = ({ base, course, events }: HeadProps) => {
  const { isNew, lesson } = continueAt(course, events)
  const { answered, questions, right, read, lessons } = progress(course, events)
  return (
    <>
      <p>{isNew ? texts.empty : texts.summary(answered, questions, right, read, lessons)}</p>
      {lesson && (
        <p class="buttons">
          <a class="button button--main" href={addresses(base).lesson(lesson.id)}>{isNew ? texts.start(lesson.title) : texts.continue(lesson.title)}</a>
        </p>
      )}
    </>
  )
}

/** Where the learner stands, and the record itself: out, in, kept or not, and back to new. */
export const ProgressPage = ({ base }: { readonly base: string }) => {
  const { status, events } = useStore(record.$state, { ssr: 'initial' })
  const keeping = useStore(record.$keeping, { ssr: 'initial' })
  const remote = useStore(outline, { ssr: 'initial' })
  const [backupStore, setBackupStore] = useState<BackupStore>()
  useEffect(() => void backup().then(setBackupStore), [])

  const course = remote.status === 'ready' ? remote.value : undefined
  const lessons = course?.modules.flatMap((module) => module.lessons) ?? []
  const touched = new Set(course && progress(course, events).modules.flatMap((module) => module.lessonProgress).flatMap(({ id, state, answered }) => (state === 'new' && answered === 0 ? [] : [id])))
  const ready = status === 'ready' && remote.status !== 'loading'
  return (
    <div class="progress-page">
      <header class="plain-head">
        <h1>{texts.title}</h1>
        {!ready && <p class="loading">{texts.loading}</p>}
        {ready && !course && <p role="alert">{texts.outlineFailed}</p>}
        {ready && course && <Summary base={base} course={course} events={events} />}
      </header>
      {ready && course && effective(events).length > 0 && <Learning base={base} course={course} events={events} />}
      {ready && course && (
        <Band id="notes" title={noteTexts.title} intro={noteTexts.intro}><NotesList base={base} course={course} events={events} /></Band>
      )}
      {ready && (
        <Band id="record" title={texts.record} intro={texts.recordIntro}>
          <div class="record">
            {backupStore && <BackupRows store={backupStore} events={events} />}
            <StorageRow keeping={keeping} />
            {(touched.size > 0 || resetsInForce(events).length > 0) && (
              <ResetRow begun={lessons.filter(({ id }) => touched.has(id))} lessons={lessons} resets={resetsInForce(events)} />
            )}
          </div>
        </Band>
      )}
    </div>
  )
}

import type { CourseOutline } from '../core/course/outline.ts'
import type { CourseProgress } from '../core/record/progress.ts'
import type { LearnerRecord } from '../core/record/record.ts'
import type { CourseHolding } from '../core/record/holding.ts'
import type { BackupStore } from '../stores/backup.ts'
import { useStore } from '@nanostores/preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { addresses } from '../core/course/address.ts'
import { continueAt, progress } from '../core/record/progress.ts'
import { effective, resetsInForce } from '../core/record/record.ts'
import { heldOf, holding } from '../core/record/holding.ts'
import { masteryTexts } from '../messages/mastery.ts'
import { noteTexts } from '../messages/notes.ts'
import { recordTexts as texts } from '../messages/record.ts'
import { now, record } from '../stores/app.ts'
import { backup, outline, questionIndex } from '../stores/pages.ts'
import { BackupReminder } from './backup-reminder.tsx'
import { ArrivedRecord } from './parts/arrived-record.tsx'
import { BackupRows } from './parts/backup-rows.tsx'
import { Band } from './parts/band.tsx'
import { Learning } from './parts/learning.tsx'
import { NotesList } from './parts/notes-list.tsx'
import { ProfileRows } from './parts/profile-rows.tsx'
import { ResetRow } from './parts/reset-row.tsx'
import { StorageRow } from './parts/storage-row.tsx'
import { TransferRows } from './parts/transfer-rows.tsx'

interface SummaryProps {
  readonly base: string
  readonly course: CourseOutline
  readonly events: LearnerRecord
  readonly done: CourseProgress
  /** Absent until it is known which questions there are. */
  readonly so: CourseHolding | undefined
}

const Summary = ({ base, course, events, done, so }: SummaryProps) => {
  const { isNew, lesson } = useMemo(() => continueAt(course, events), [course, events])
  const { answered, questions, right, read, lessons } = done
  const held = so && heldOf(so.counts)
  return (
    <>
      <p>{isNew ? masteryTexts.empty : masteryTexts.summary(answered, questions, right, read, lessons)}{' '}{!isNew && held && masteryTexts.summaryHeld(held.held, held.objectives)}</p>
      {lesson && (
        <p class="buttons">
          <a class="button button--main" href={addresses(base).lesson(lesson.id)}>{isNew ? masteryTexts.start(lesson.title) : masteryTexts.continue(lesson.title)}</a>
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
  const asked = useStore(questionIndex, { ssr: 'initial' })
  const [backupStore, setBackupStore] = useState<BackupStore>()
  useEffect(() => void backup().then(setBackupStore), [])

  const course = remote.status === 'ready' ? remote.value : undefined
  const index = asked.status === 'ready' ? asked.value : undefined
  const done = useMemo(() => course && progress(course, events), [course, events])
  const so = useMemo(() => course && index && holding(course, index, events, now()), [course, index, events])
  const lessons = course?.modules.flatMap((module) => module.lessons) ?? []
  // A lesson may have been asked about only elsewhere, with questions that its page does not show.
  const touched = new Set(effective(events).map((event) => event.lesson))
  for (const { id, state, answered } of done?.modules.flatMap((module) => module.lessonProgress) ?? []) if (state !== 'new' || answered > 0) touched.add(id)
  const ready = status === 'ready' && remote.status !== 'loading'
  const hasBegun = ready && effective(events).length > 0
  return (
    <div class="progress-page">
      <header class="plain-head">
        <h1>{texts.title}</h1>
        {!ready && <p class="loading">{texts.loading}</p>}
        {ready && !course && <p role="alert">{texts.outlineFailed}</p>}
        {ready && course && done && <Summary base={base} course={course} events={events} done={done} so={so} />}
        {hasBegun && course && !index && <p role="status">{asked.status === 'failed' ? masteryTexts.indexFailed : masteryTexts.indexLoading}</p>}
      </header>
      {ready && backupStore && <ArrivedRecord store={backupStore} />}
      <BackupReminder />
      {hasBegun && course && index && done && so && <Learning base={base} course={course} index={index} events={events} done={done} so={so} />}
      {ready && course && (
        <Band id="notes" title={noteTexts.title} intro={noteTexts.intro}><NotesList base={base} course={course} events={events} /></Band>
      )}
      {ready && (
        <Band id="record" title={texts.record} intro={texts.recordIntro}>
          <div class="record">
            {backupStore && <BackupRows store={backupStore} events={events} />}
            {backupStore && <TransferRows backup={backupStore} />}
            <StorageRow keeping={keeping} />
            <ProfileRows />
            {(touched.size > 0 || resetsInForce(events).length > 0) && (
              <ResetRow begun={lessons.filter(({ id }) => touched.has(id))} lessons={lessons} resets={resetsInForce(events)} />
            )}
          </div>
        </Band>
      )}
    </div>
  )
}

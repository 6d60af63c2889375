import type { CourseOutline } from '../../core/course/outline.ts'
import type { LearnerRecord } from '../../core/record/record.ts'
import type { QuestionIndex } from '../../core/review/question-index.ts'
import { useStore } from '@nanostores/preact'
import { record } from '../../stores/app.ts'
import { outline, questionIndex } from '../../stores/pages.ts'

/** What a page reads that folds the record over the whole course. */
export interface CourseFacts {
  readonly course: CourseOutline
  readonly index: QuestionIndex
  readonly events: LearnerRecord
}

/** The course and the record, once both are there. */
export const useCourse = (): CourseFacts | 'loading' | 'failed' => {
  const { status, events } = useStore(record.$state, { ssr: 'initial' })
  const course = useStore(outline, { ssr: 'initial' })
  const index = useStore(questionIndex, { ssr: 'initial' })
  if (course.status === 'failed' || index.status === 'failed') return 'failed'
  return status === 'loading' || course.status !== 'ready' || index.status !== 'ready' ? 'loading' : { course: course.value, index: index.value, events }
}

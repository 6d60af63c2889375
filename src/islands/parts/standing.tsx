import { addresses } from '../../core/course/address.ts'
import type { CourseOutline } from '../../core/course/outline.ts'
import type { CourseProgress } from '../../core/record/progress.ts'
import { recordTexts as texts } from '../../messages/record.ts'

interface Props {
  readonly base: string
  readonly outline: CourseOutline
  readonly so: CourseProgress
}

const CLASSES = { new: 'ring', begun: 'ring is-part', 'review-only': 'ring is-aside', read: 'ring is-done' } as const

/** Module by module, lesson by lesson: what is read, answered and right, as bars with their numbers. */
export const Standing = ({ base, outline, so }: Props) => {
  const to = addresses(base)
  return (
    <div class="standing">
      {outline.modules.map((module, index) => {
        const part = so.modules[index]
        return part && module.lessons.length > 0 && (
          <section key={module.id} data-discipline={module.discipline} aria-labelledby={`in-${module.id}`}>
            <h3 id={`in-${module.id}`}>
              <svg class="mark" viewBox="0 0 16 16" data-discipline={module.discipline} aria-hidden="true"><use href={`#mark-${module.discipline}`} /></svg>
              {module.title}
              <span>{texts.moduleRead(part.read, part.lessons)}</span>
            </h3>
            <ul class="standing-lessons">
              {module.lessons.map((lesson, at) => {
                const own = part.lessonProgress[at]
                return own && (
                  <li key={lesson.id}>
                    <span class={CLASSES[own.state]} aria-hidden="true" />
                    <span class="name">
                      <a href={to.lesson(lesson.id)}>{lesson.title}</a>
                      <span class={own.state === 'review-only' ? 'label-line' : 'visually-hidden'}>, {texts.states[own.state]}</span>
                    </span>
                    <progress max={own.questions || 1} value={own.answered} aria-label={texts.lessonBar(lesson.title, own.answered, own.questions)} />
                    <span class="numbers">{texts.lessonLine(own.answered, own.questions, own.right)}</span>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

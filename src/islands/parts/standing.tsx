import type { CourseOutline } from '../../core/course/outline.ts'
import type { CourseProgress } from '../../core/record/progress.ts'
import type { CourseHolding } from '../../core/record/holding.ts'
import { heldOf } from '../../core/record/holding.ts'
import { masteryTexts as texts } from '../../messages/mastery.ts'
import { LessonStanding } from './lesson-standing.tsx'
import { Mark } from './mark.tsx'
import { MasteryCell } from './mastery-cell.tsx'
import { MasteryStrip, SHOWN_ORDER } from './mastery-strip.tsx'

interface Props {
  readonly base: string
  readonly outline: CourseOutline
  readonly done: CourseProgress
  readonly so: CourseHolding
}

/** How well the course is held: as a whole with what each square means, then module by module and lesson by lesson. */
export const Standing = ({ base, outline, done, so }: Props) => (
  <div class="standing">
    <div class="standing-course">
      <MasteryStrip what={texts.course} counts={so.counts} />
      <ul class="mastery-key">
        {SHOWN_ORDER.map((state) => <li key={state}><MasteryCell state={state} />{so.counts[state]} {texts.states[state]}</li>)}
      </ul>
      <p class="how">{texts.how}</p>
    </div>
    <div class="standing-modules">
      {outline.modules.map((module, index) => {
        const part = so.modules[index]
        if (!part || module.lessons.length === 0) return null
        const { held, objectives } = heldOf(part.counts)
        return (
          <section key={module.id} data-discipline={module.discipline} aria-labelledby={`in-${module.id}`}>
            <h3 id={`in-${module.id}`}>
              <Mark discipline={module.discipline} />
              {module.title}
              <span>{texts.held(held, objectives)}</span>
            </h3>
            <MasteryStrip what={module.title} counts={part.counts} />
            <ul class="standing-lessons">
              {module.lessons.map((lesson, at) => {
                const own = part.lessons[at]
                const progress = done.modules[index]?.lessonProgress[at]
                return own && progress && <li key={lesson.id}><LessonStanding base={base} lesson={lesson} done={progress} so={own} /></li>
              })}
            </ul>
          </section>
        )
      })}
    </div>
  </div>
)

import type { CourseOutline, OutlineLesson } from '../../core/course/outline.ts'
import type { IndexedQuestion } from '../../core/review/question-index.ts'
import type { LessonResult } from '../../core/sittings/result.ts'
import type { Sitting } from '../../core/sittings/sitting.ts'
import { addresses } from '../../core/course/address.ts'
import { modulePart, resultOf } from '../../core/sittings/result.ts'
import { sittingTexts as texts } from '../../messages/sittings.ts'
import { Band } from './band.tsx'
import { ObjectiveResults } from './objective-results.tsx'
import { SittingReview } from './sitting-review.tsx'
import { StepHeading } from './step-heading.tsx'

interface Props {
  readonly base: string
  readonly course: CourseOutline
  readonly sitting: Sitting
  readonly asked: readonly IndexedQuestion[]
  readonly takesFocus: boolean
  readonly onAgain: () => void
}

interface LinksProps {
  readonly base: string
  readonly lessons: readonly OutlineLesson[]
  readonly results: readonly LessonResult[]
  /** What is said when there is no lesson. */
  readonly none: string
}

const LessonLinks = ({ base, lessons, results, none }: LinksProps) => (
  lessons.length === 0 ? <p>{none}</p> : (
    <ul class="plain-list">
      {lessons.map(({ id, title, minutes }) => {
        const own = results.find(({ lesson }) => lesson === id)
        return (
          <li key={id}>
            <a href={addresses(base).lesson(id)}>{title}</a>
            <span class="label-line">{own ? texts.lessonLine(own.right, own.asked, minutes) : texts.minutes(minutes)}</span>
          </li>
        )
      })}
    </ul>
  )
)

/** How a pretest or a check went: in all, by module and objective, what to read, and every question with its reasons. */
export const SittingResultView = ({ base, course, sitting, asked, takesFocus, onAgain }: Props) => {
  const { kind } = sitting
  const to = addresses(base)
  const all = course.modules.flatMap((module) => module.lessons)
  const result = resultOf(sitting, asked, all.map(({ id }) => id))
  const lessonsWith = (fits: (own: LessonResult) => boolean) => all.filter(({ id }) => result.lessons.some((own) => own.lesson === id && fits(own)))
  const inModule = course.modules.find(({ id }) => id === sitting.module)?.lessons ?? []
  const notAsked = inModule.filter(({ id }) => !result.lessons.some(({ lesson }) => lesson === id))
  const links = { base, results: result.lessons }
  // What was left open has no answer yet, so no review either.
  const comesBack = result.answered > result.right
  return (
    <>
      <header class="sitting-head">
        <StepHeading takesFocus={takesFocus}>{texts.resultTitle}</StepHeading>
        <p>{texts.score(result.right, result.asked, result.answered)} {kind === 'pretest' ? texts.pretestLine : comesBack && <>{texts.reviewLine} <a href={to.review}>{texts.reviewLink}</a>.</>}</p>
        {sitting.questions.length > asked.length && <p>{texts.retired(sitting.questions.length - asked.length)}</p>}
        <p class="buttons">
          {sitting.module !== undefined && <a class="button button--main" href={to.module(sitting.module)}>{texts.toModule}</a>}
          {kind === 'final' && <a class="button button--main" href={to.completion}>{texts.completion}</a>}
          <button class="button button--quiet" type="button" onClick={onAgain}>{texts.again}</button>
        </p>
      </header>
      {kind === 'pretest'
        ? (
          <>
            <Band id="closely" title={texts.closely}><LessonLinks {...links} lessons={lessonsWith(({ known }) => !known)} none={texts.closelyNone} /></Band>
            <Band id="quick" title={texts.quick}><LessonLinks {...links} lessons={lessonsWith(({ known }) => known)} none={texts.quickNone} /></Band>
            {notAsked.length > 0 && <Band id="not-asked" title={texts.notAsked}><LessonLinks {...links} lessons={notAsked} none="" /></Band>}
          </>
        )
        : (
          <>
            <Band id="reread" title={texts.reread}><LessonLinks {...links} lessons={lessonsWith(({ right, asked: of }) => right < of)} none={texts.rereadNone} /></Band>
            {kind === 'final' && (
              <Band id="by-module" title={texts.byModule}>
                <ul class="plain-list">
                  {course.modules.map(({ id, title }) => {
                    const part = modulePart(result, id)
                    return part.asked > 0 && <li key={id}><a href={to.module(id)}>{title}</a><span>{texts.of(part.right, part.asked)}</span></li>
                  })}
                </ul>
              </Band>
            )}
            <Band id="by-objective" title={texts.byObjective}><ObjectiveResults base={base} lessons={all} results={result.lessons} /></Band>
          </>
        )}
      <Band id="every-question" title={texts.everyQuestion}><SittingReview base={base} sitting={sitting} asked={asked} lessons={all} /></Band>
    </>
  )
}

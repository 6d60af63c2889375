import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { addresses } from '../../core/course/address.ts'
import type { Question } from '../../core/quiz/question.ts'
import { promptLine } from '../../core/quiz/variant.ts'
import { returns, sessionResult, type HeldChange } from '../../core/review/session-result.ts'
import { reviewRestTexts as texts } from '../../messages/review-rest.ts'
import { banks } from '../../stores/questions.ts'
import type { Ended } from '../../stores/review-state.ts'
import { LessonLink } from './lesson-link.tsx'

interface ChangeProps {
  readonly base: string
  readonly change: HeldChange
}

/** A question that is held longer, by its prompt, which the session has fetched. */
const Change = ({ base, change: { question, lesson, fromDays, toDays } }: ChangeProps) => {
  const [found, setFound] = useState<Question>()
  useEffect(() => void banks.family(lesson, question).then((family) => setFound(family.find(({ id }) => id === question)), () => undefined), [question])
  return (
    <li>
      <a href={addresses(base).question(lesson, question)}>{found ? promptLine(found) : texts.questionOf}</a>
      <span class="change"><span aria-hidden="true">{texts.change(fromDays, toDays)}</span><span class="visually-hidden">{texts.changeSpoken(fromDays, toDays)}</span></span>
    </li>
  )
}

interface Props {
  readonly base: string
  readonly ended: Ended
  readonly onMore: () => void
}

/** The calm end of a session: what is held longer, what comes when, and no pressure. */
export const ReviewEnd = ({ base, ended: { session, after, now, more }, onMore }: Props) => {
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => title.current?.focus(), [])
  const result = sessionResult(session, after, now)
  const { right, questions, longer } = result
  const groups = returns(result)
  return (
    <>
      <header class="plain-head">
        <h1 ref={title} tabIndex={-1}>{texts.ended}</h1>
        <p>{texts.right(right, questions)}</p>
      </header>
      <section class="band" aria-labelledby="longer">
        <header><h2 id="longer">{texts.longer}</h2><p>{texts.longerIntro}</p></header>
        {longer.length > 0
          ? <ul class="review-changes" role="list">{longer.map((change) => <Change key={change.question} base={base} change={change} />)}</ul>
          : <p>{texts.longerNone}</p>}
      </section>
      <section class="band" aria-labelledby="coming">
        <header><h2 id="coming">{texts.coming}</h2><p>{texts.comingIntro}</p></header>
        <dl class="review-coming">
          {groups.map(({ when, questions: n }) => <div key={when}><dt>{texts.groups[when]}</dt><dd>{texts.questions(n)}</dd></div>)}
        </dl>
      </section>
      <div class="review-more">
        {more > 0 && <p>{texts.more}</p>}
        <p class="buttons">
          <LessonLink base={base} isMain />
          {more > 0 && <button class="button button--quiet" type="button" onClick={onMore}>{texts.another(more)}</button>}
        </p>
      </div>
    </>
  )
}

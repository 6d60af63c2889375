import type { ComponentChildren } from 'preact'
import type { Note } from './notes-of.ts'
import type { Session } from './use-attempt.ts'
import { acceptedText, givenTexts, keyTexts, mistakeRationale, workingOf } from '../../core/quiz/feedback.ts'
import { variablesFor, variant } from '../../core/quiz/variant.ts'
import { answerTexts as texts } from '../../messages/answer.ts'
import { Icon } from './icon.tsx'
import { RichText } from './rich-text.tsx'
import { Verdict } from './verdict.tsx'

interface Props {
  readonly session: Session
}

const questionOf = ({ work, draft }: Session) => work?.bank.find(({ id }) => id === draft.question)

/** What a row shows of its note: a class, its sign with words, and its reason. */
export interface Mark {
  readonly look: string
  readonly words: ComponentChildren
  readonly why: ComponentChildren
}

/** The notes as they are shown, by id. */
export const marksOf = (notes: ReadonlyMap<string, Note>): ReadonlyMap<string, Mark> =>
  new Map([...notes].map(([id, { look, sign, words, rationale }]) => [id, {
    look,
    words: words && <Verdict verdict={sign}>{words}</Verdict>,
    why: <p class="why"><RichText rich={rationale} /></p>,
  }]))

/** What the buttons say once there is something to say about an answer. */
export const labels = {
  tryAgain: texts.tryAgain,
  reasons: (open: boolean) => (open ? texts.hideReasons : texts.showReasons),
  hint: (open: number, all: number) => (open === all ? texts.noMoreHints : texts.hint(open, all)),
}

/** The status sentence: the verdict with answer and key, what is missing, or that this is another try. */
export const Sentence = ({ session }: Props) => {
  const { draft, checked, open, notice } = session
  const question = questionOf(session)
  if (!question || !open) return null
  if (checked?.unfinished) return <>{texts.unfinished(checked.unfinished)}</>
  if (!checked) return notice === 'fresh' ? <>{texts.fresh}</> : null
  const { grade } = checked
  const words = texts.result(question.type, grade, givenTexts(question, draft.response), keyTexts(question, variablesFor(question, draft.number)))
  return <><Icon name={grade.verdict} />{words}</>
}

/** What follows the sentence: why a known mistake is one, the working, the reason, what is accepted, what comes next. */
export const Reasons = ({ session }: Props) => {
  const { checked, draft: { number }, open, occasion } = session
  const asked = questionOf(session)
  if (!asked || !open || !checked?.grade) return null
  const question = variant(asked, number)
  const variables = variablesFor(asked, number)
  const mistake = checked.grade.mistake ? mistakeRationale(question, checked.grade.mistake) : undefined
  const working = workingOf(question, variables)
  const accepted = question.type === 'number' ? acceptedText(question, variables) : undefined
  return (
    <>
      {mistake && <p><RichText rich={mistake} /></p>}
      {working.length > 0 && (
        <dl class="working">
          {working.map(({ label, sum, result }) => [<dt>{label}</dt>, <dd>{sum && <span class="sum">{sum} = </span>}<span class="num">{result}</span></dd>])}
        </dl>
      )}
      {(question.type === 'number' || question.type === 'text') && <p><RichText rich={question.rationale} /></p>}
      {question.depends && <p><strong>{texts.depends}</strong> <RichText rich={question.depends} /></p>}
      {accepted && <p class="again">{texts.accepted(accepted.from, accepted.to)}</p>}
      {!occasion && checked.grade.verdict !== 'correct' && <p class="again">{texts.comesBack}</p>}
    </>
  )
}

/** The hints that are open. */
export const Hints = ({ session }: Props) => {
  const { checked, draft: { number }, hintsShown } = session
  const asked = questionOf(session)
  if (!asked || checked?.grade) return null
  const { hints } = variant(asked, number)
  return <>{hints.slice(0, hintsShown).map((hint, at) => <p key={at}><strong>{texts.hintTitle(at + 1, hints.length)}</strong> <RichText rich={hint} /></p>)}</>
}

/** Whether the answer is kept (the tick means that it is durable), or how an earlier one went while its reasons are closed. */
export const Standing = ({ session: { checked, open, putRight, keeping } }: Props) => {
  if (!checked?.grade) return null
  if (!open) {
    const verdict = putRight ? 'correct' : checked.grade.verdict
    return <span class={`is-${verdict}`}><Verdict verdict={verdict}>{putRight ? texts.putRight : texts.verdicts[verdict]}</Verdict></span>
  }
  if (keeping === undefined) return null
  if (keeping === 'saving') return <>{texts.saving}</>
  if (keeping.state === 'kept') return <><Icon name="correct" />{texts.saved}</>
  return <>{texts.notSaved[keeping.reason ?? 'failed']}</>
}

import type { Debate as DebateData } from '../core/debate/debate.ts'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { addresses } from '../core/course/address.ts'
import { STEPS, type Step } from '../core/debate/draft.ts'
import { debateTexts as texts } from '../messages/debate.ts'
import { base } from '../stores/app.ts'
import { CitedCards } from './parts/cited-cards.tsx'
import { DebateCards, type CardSource } from './parts/debate-cards.tsx'
import { DebateHistory } from './parts/debate-history.tsx'
import { DebateResult } from './parts/debate-result.tsx'
import { PositionForm } from './parts/position-form.tsx'
import { useDebate, type DebateSession } from './parts/use-debate.ts'

interface Props {
  readonly debate: DebateData
  /** Id of the lesson that it belongs to. */
  readonly lesson: string
  readonly sources: Readonly<Record<string, CardSource>>
}

const StepButtons = ({ session: { draft, finished, go } }: { readonly session: DebateSession }) => (
  <nav class="debate-steps" aria-label={texts.steps}>
    <ol>
      {STEPS.map((step) => (
        <li key={step}>
          <button type="button" aria-current={draft.step === step ? 'step' : undefined} aria-disabled={step === 'result' && !finished} onClick={() => go(step)}>
            {texts.stepNames[step]}
          </button>
        </li>
      ))}
    </ol>
  </nav>
)

/**
 * A position before the cards, the cards, the position after them, and what is said about the use of evidence.
 *
 * Accessibility contract. A navigation lists the four steps as buttons; the current one has aria-current="step", the last is aria-disabled
 * until there is a position to look at, and says so when it is pressed; every other can be reached at any time, forward and back. Each step opens with a heading; a
 * move puts the focus on it. A claim is a group named by its words, with three native radio buttons and a labelled text field;
 * a card is a native checkbox named by its text and described by its kind, source and limits. All controls are at least 24 px, rows 44 px.
 * Recording with a claim left out records nothing: a status says how many are left, each says so itself, and the focus goes to the first.
 * A status says what was recorded and whether it is kept. What was found stands in words with a sign. No key does anything of its own.
 * Until it has come to life, and without JavaScript, all cards can be read; on paper they are printed whatever the step.
 */
export const Debate = ({ debate, lesson, sources }: Props) => {
  const session = useDebate(debate, lesson)
  const { draft: { step }, waiting, lacking, said, moves, keep, go } = session
  const root = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (moves === 0) return
    const target = lacking[0] === undefined ? `#step-${step}` : `[name="${step}-${lacking[0]}"]`
    root.current?.querySelector<HTMLElement>(target)?.focus()
  }, [moves])

  const head = (at: Step) => (
    <header>
      <h2 id={`step-${at}`} tabIndex={-1}>{texts.headings[at]}</h2>
      <p>{texts.leads[at]}</p>
    </header>
  )
  return (
    <div class={waiting ? 'debate is-waiting' : 'debate'} ref={root}>
      <StepButtons session={session} />
      <p class="debate-status" role="status">{said}</p>
      <section class="step step--before" hidden={!waiting && step !== 'before'}>
        {head('before')}
        <PositionForm session={session} stage="before" />
        <p class="buttons"><button class="button button--main" type="button" disabled={waiting} onClick={() => keep('before')}>{texts.keepBefore}</button></p>
      </section>
      <section class="step step--cards" hidden={!waiting && step !== 'cards'}>
        {head('cards')}
        <DebateCards session={session} sources={sources} />
        {!waiting && <p class="buttons"><button class="button button--main" type="button" onClick={() => go('after')}>{texts.toAfter}</button></p>}
      </section>
      {!waiting && step === 'after' && (
        <section class="step step--after">
          {head('after')}
          <PositionForm session={session} stage="after" under={(clause) => <CitedCards debate={debate} clause={clause} taken={session.draft.picked} />} />
          <p class="buttons">
            <button class="button button--main" type="button" onClick={() => keep('after')}>{texts.keepAfter}</button>
            <button class="button button--quiet" type="button" onClick={() => go('cards')}>{texts.changeCards}</button>
          </p>
        </section>
      )}
      {!waiting && step === 'result' && (
        <section class="step step--result">
          {head('result')}
          <DebateResult session={session}>
            <p class="buttons">
              <button class="button" type="button" onClick={() => go('after')}>{texts.changePosition}</button>
              <button class="button" type="button" onClick={session.again}>{texts.again}</button>
              <a class="button button--quiet" href={addresses(base).lesson(lesson)}>{texts.toLesson}</a>
            </p>
          </DebateResult>
        </section>
      )}
      {!waiting && <DebateHistory session={session} />}
    </div>
  )
}

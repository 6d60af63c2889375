import type { ComponentChildren } from 'preact'
import type { Session } from './use-attempt.ts'
import { quiz as texts } from '../../messages/quiz.ts'
import { ConfidenceTaps } from './confidence-taps.tsx'

/**
 * Check and what follows it, Try again or the next question, are one button, so that the focus stays where it was. Before the island
 * has come to life the foot only holds its place, under the closed answer.
 */
export const QuestionFoot = ({ session, children }: { readonly session: Session; readonly children: ComponentChildren }) => {
  const { asked, draft, checked, open, waiting, hintsShown, work, occasion } = session
  const view = work?.kit.view
  const graded = checked?.grade
  // The second click of a double click would skip the reasons.
  const press = (event: MouseEvent) => {
    if (event.detail > 1) return
    if (graded && occasion?.next) occasion.next.go()
    else session.run(graded ? 'retry' : 'check')
  }
  return (
    <div class="q-act">
      <div class="q-foot">
        <div class="buttons">
          {!occasion?.given && (
            <button class={graded?.verdict === 'correct' && !occasion?.next ? 'button' : 'button button--main'} type="button" onClick={press}>
              {graded ? occasion?.next?.label ?? view?.labels.tryAgain : occasion?.label ?? texts.check}
            </button>
          )}
          {graded
            ? <button key="reasons" class="button button--quiet" type="button" aria-expanded={open} onClick={session.toggle}>{view?.labels.reasons(open)}</button>
            : asked.hints > 0 && !occasion?.silent && (
              <button key="hint" class="button button--quiet" type="button" aria-disabled={hintsShown === asked.hints} onClick={() => session.run('hint')}>
                {hintsShown ? view?.labels.hint(hintsShown, asked.hints) : texts.hint}
              </button>
            )}
        </div>
        {!graded && <ConfidenceTaps name={session.name} value={draft.confidence} onChange={session.declare} />}
        <p class="q-state" role="status">{view && graded && <view.Standing session={session} />}</p>
      </div>
      {waiting && children}
    </div>
  )
}

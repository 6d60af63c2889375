import type { ComponentChildren } from 'preact'
import type { DebateSession } from './use-debate.ts'
import { STANCES, wordsAfter } from '../../core/debate/draft.ts'
import { debateTexts as texts } from '../../messages/debate.ts'

interface Props {
  readonly session: DebateSession
  readonly stage: 'before' | 'after'
  /** What stands under the words on the clause with this id. */
  readonly under?: (clause: string) => ComponentChildren
}

/** A stance and its conditions for each clause. */
export const PositionForm = ({ session, stage, under }: Props) => {
  const { debate, draft, lacking, waiting } = session
  return (
    <>
      {debate.clauses.map(({ id, text }, at) => {
        const name = `${stage}-${id}`
        const entry = draft[stage][id]
        const missing = lacking.includes(id)
        return (
          <fieldset key={id} class="position" aria-describedby={missing ? `${name}-missing` : undefined}>
            <legend>
              <span class="label-line">{texts.claim(at + 1, debate.clauses.length)}</span>
              <span class="clause">{text}</span>
            </legend>
            <div class="stances">
              {STANCES.map((stance) => (
                <label key={stance}>
                  <input
                    type="radio" name={name} autocomplete="off" value={stance} checked={entry?.stance === stance} disabled={waiting}
                    onChange={() => session.fill(stage, id, { stance })}
                  />
                  <span>{texts.stances[stance]}</span>
                </label>
              ))}
            </div>
            {missing && <p class="missing" id={`${name}-missing`}>{texts.chooseStance}</p>}
            <label class="words-label" for={`${name}-words`}>{texts.conditions}</label>
            <textarea
              id={`${name}-words`} rows={3} disabled={waiting}
              value={stage === 'after' ? wordsAfter(draft, id) : entry?.conditions ?? ''}
              onInput={(event) => session.fill(stage, id, { conditions: event.currentTarget.value })}
            />
            {under?.(id)}
          </fieldset>
        )
      })}
    </>
  )
}

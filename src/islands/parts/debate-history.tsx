import type { DebateSession } from './use-debate.ts'
import { debateTexts as texts } from '../../messages/debate.ts'

/** Every position that the record holds on a debate, the latest first, with its date. */
export const DebateHistory = ({ session: { debate, rounds } }: { readonly session: DebateSession }) => {
  const stated = [...new Set(rounds.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()))].reverse()
  if (stated.length === 0) return null
  return (
    <details class="history">
      <summary>{texts.history(stated.length)}</summary>
      <ol>
        {stated.map(({ id, at, stage, positions }) => (
          <li key={id}>
            <h3>{texts.on(at)}, {texts[stage].toLowerCase()}</h3>
            <ul>
              {positions.map(({ clause, stance, conditions }) => {
                const found = debate.clauses.find((one) => one.id === clause)
                return <li key={clause}>{found?.text ?? clause}{' '}<strong>{texts.stances[stance]}.</strong>{' '}{conditions || texts.noCondition}</li>
              })}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  )
}

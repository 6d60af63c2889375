import type { Debate } from '../../core/debate/debate.ts'
import { debateTexts as texts } from '../../messages/debate.ts'

interface Props {
  readonly debate: Debate
  readonly clause: string
  /** Ids of the cards taken, those on other clauses included. */
  readonly taken: readonly string[]
}

/** The cards on one clause that a position rests on, each with its side and kind. */
export const CitedCards = ({ debate, clause, taken }: Props) => {
  const cards = debate.cards.filter((card) => card.clause === clause && taken.includes(card.id))
  return (
    <div class="cited">
      <p class="words-label">{texts.yourCards}</p>
      {cards.length === 0 ? <p class="unsaid">{texts.noCards}</p> : (
        <ul>
          {cards.map(({ id, side, strength, text }) => (
            <li key={id}>{text}{' '}<span class="label-line">({texts.sideShort[side]}, {texts.strengths[strength].toLowerCase()})</span></li>
          ))}
        </ul>
      )}
    </div>
  )
}

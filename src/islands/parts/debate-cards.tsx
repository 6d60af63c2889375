import type { Card, Side, Strength } from '../../core/debate/debate.ts'
import type { DebateSession } from './use-debate.ts'
import { STRENGTHS } from '../../core/debate/debate.ts'
import { debateTexts as texts } from '../../messages/debate.ts'

/** A source as a card names it. */
export interface CardSource {
  readonly label: string
  readonly href: string
}

interface Props {
  readonly session: DebateSession
  /** By id. */
  readonly sources: Readonly<Record<string, CardSource>>
}

const SIDES: readonly Side[] = ['for', 'against', 'limits']

/** The sign of a kind is that of the claim labels: bars for what was measured, a diamond for what was done, speech for what is argued. */
const signs: Readonly<Record<Strength, string>> = {
  study: 'kind-evidence', survey: 'kind-evidence', case: 'kind-practice', catalogue: 'kind-practice', argument: 'mark-commentary',
}

/** The kind of a card, with its sign. */
export const Kind = ({ strength }: { readonly strength: Strength }) => (
  <span class="kind"><svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><use href={`#${signs[strength]}`} /></svg>{texts.strengths[strength]}</span>
)

const CardRow = ({ card, session, source }: { readonly card: Card; readonly session: DebateSession; readonly source: CardSource | undefined }) => (
  <li class="card">
    <label>
      <input
        type="checkbox" autocomplete="off" checked={session.draft.picked.includes(card.id)} disabled={session.waiting}
        aria-describedby={`about-${card.id}`} onChange={() => session.pick(card.id)}
      />
      <span>{card.text}</span>
    </label>
    <div class="about" id={`about-${card.id}`}>
      <p><Kind strength={card.strength} />{' '}{source && <a href={source.href}>{source.label}</a>}</p>
      <p>{texts.cannotShow}{' '}{card.limits}</p>
    </div>
  </li>
)

/** The cards of every clause, both sides beside each other, and what nobody has studied. */
export const DebateCards = ({ session, sources }: Props) => {
  const { debate, draft } = session
  return (
    <>
      <p class="kinds">{texts.kinds}{' '}{STRENGTHS.map((kind) => texts.kindCount(kind, debate.cards.filter(({ strength }) => strength === kind).length)).join(', ')}.</p>
      {debate.clauses.map(({ id, text }, at) => {
        const cards = debate.cards.filter(({ clause }) => clause === id)
        return (
          <section key={id} class="deck" aria-labelledby={`deck-${id}`}>
            <p class="label-line">{texts.claim(at + 1, debate.clauses.length)}</p>
            <h3 id={`deck-${id}`} class="clause">{text}</h3>
            <div class="sides">
              {SIDES.map((side) => (
                <div key={side} class={`side side--${side}`}>
                  <h4>{texts.sides[side]}</h4>
                  <ul>{cards.filter((card) => card.side === side).map((card) => <CardRow key={card.id} card={card} session={session} source={sources[card.source]} />)}</ul>
                </div>
              ))}
            </div>
            {!session.waiting && <p class="taken">{texts.taken(cards.filter((card) => draft.picked.includes(card.id)).length)}</p>}
          </section>
        )
      })}
      <section class="deck" aria-labelledby="missing">
        <h3 id="missing" class="clause">{texts.missing}</h3>
        <ul class="unstudied">{debate.missing.map((text, at) => <li key={at}>{text}</li>)}</ul>
      </section>
    </>
  )
}

import type { ComponentChildren } from 'preact'
import type { Position } from '../../core/record/event.ts'
import type { DebateSession } from './use-debate.ts'
import { assess } from '../../core/debate/assess.ts'
import { debateTexts as texts } from '../../messages/debate.ts'
import { CitedCards } from './cited-cards.tsx'
import { Icon } from './icon.tsx'

const changeOf = (before: Position, after: Position): string => {
  const words = before.conditions !== after.conditions
  if (before.stance !== after.stance) return words ? texts.changed.both : texts.changed.stance
  return words ? texts.changed.words : texts.changed.neither
}

const Stated = ({ title, position }: { readonly title: string; readonly position: Position | undefined }) => (
  <div>
    <dt>{title}</dt>
    <dd>
      {position ? <strong>{texts.stances[position.stance]}</strong> : texts.notStated}
      {position && <p class={position.conditions ? 'said' : 'unsaid'}>{position.conditions || texts.noCondition}</p>}
    </dd>
  </div>
)

/** What was stated before and after the cards, side by side, and what the use of evidence has and lacks, clause by clause. */
export const DebateResult = ({ session, children }: { readonly session: DebateSession; readonly children: ComponentChildren }) => {
  const { debate, finished } = session
  if (!finished?.after) return session.loaded ? <p>{texts.noResult}</p> : null
  const { before, after } = finished
  return (
    <>
      {debate.clauses.map(({ id, text }, at) => {
        const [then, now] = [before, after].map((event) => event?.positions.find(({ clause }) => clause === id))
        if (!now) return null
        const { findings, undecided } = assess(now, debate.cards)
        return (
          <section key={id} class="deck" aria-labelledby={`result-${id}`}>
            <p class="label-line">{texts.claim(at + 1, debate.clauses.length)}</p>
            <h3 id={`result-${id}`} class="clause">{text}</h3>
            <dl class="compare"><Stated title={texts.before} position={then} /><Stated title={texts.after} position={now} /></dl>
            {then && <p class="taken">{changeOf(then, now)}</p>}
            <div class="verdicts">
              <CitedCards debate={debate} clause={id} taken={now.evidence} />
              <ul class="findings">
                {findings.toSorted((a, b) => Number(a.state === 'met') - Number(b.state === 'met')).map((found) => {
                  const met = found.state === 'met'
                  return (
                    <li key={found.point} class={met ? 'is-correct' : 'is-partial'}>
                      <span class="verdict"><Icon name={met ? 'correct' : 'partial'} />{met ? texts.there : texts.add}</span>
                      <span>{texts.finding(found, undecided)}</span>
                    </li>
                  )
                })}
              </ul>
            </div>
          </section>
        )
      })}
      <p class="taken">{texts.sees}</p>
      {children}
    </>
  )
}

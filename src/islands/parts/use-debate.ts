import type { Debate } from '../../core/debate/debate.ts'
import type { Keeping } from '../../core/record/storage.ts'
import { useStore } from '@nanostores/preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { assess, tally } from '../../core/debate/assess.ts'
import { draftOf, FRESH, isStated, positionsOf, readDebateDraft, withoutStance, type DebateDraft, type Entry, type Step } from '../../core/debate/draft.ts'
import { roundsOf, type Round } from '../../core/debate/rounds.ts'
import { sinceReset } from '../../core/record/since-reset.ts'
import { debateTexts as texts } from '../../messages/debate.ts'
import { record } from '../../stores/app.ts'

/** A debate at work: where the learner is in it, and what can be done next. */
export interface DebateSession {
  readonly debate: Debate
  readonly draft: DebateDraft
  /** True until the island has come to life: everything can be read, nothing works. */
  readonly waiting: boolean
  /** True once the record has been read. */
  readonly loaded: boolean
  /** Every round in the record, the earliest first. */
  readonly rounds: readonly Round[]
  /** The latest round that has come to its end, and still counts. */
  readonly finished: Round | undefined
  /** Ids of the clauses that were found to have no stance when the position was to be recorded. */
  readonly lacking: readonly string[]
  /** What the status says. */
  readonly said: string
  /** Raised at each move that the learner made, for the focus to follow. */
  readonly moves: number
  readonly go: (step: Step) => void
  readonly fill: (stage: 'before' | 'after', clause: string, entry: Entry) => void
  readonly pick: (card: string) => void
  readonly keep: (stage: 'before' | 'after') => void
  readonly again: () => void
}

const notKept = (said: string) => ({ state }: Keeping): string => (state === 'kept' ? said : `${said} ${texts.said.notKept}`)

/** Joins one debate to the record: takes up a draft or the last round, keeps every change, records what is stated. */
export const useDebate = (debate: Debate, lesson: string): DebateSession => {
  const name = `debate-${debate.id}`
  const { status, events } = useStore(record.$state, { ssr: 'initial' })
  const [draft, setDraft] = useState(FRESH)
  const [waiting, setWaiting] = useState(true)
  const [lacking, setLacking] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const [moves, setMoves] = useState(0)
  const begun = useRef(false)

  const current = roundsOf(sinceReset(events, lesson), debate.id)
  const finished = current.findLast(({ after }) => after)

  useEffect(() => {
    const kept = readDebateDraft(debate, record.loadDraft(name))
    if (kept) {
      begun.current = true
      setDraft(kept)
    }
    setWaiting(false)
  }, [])
  useEffect(() => {
    const last = current.at(-1)
    if (status === 'ready' && !begun.current && last) setDraft(draftOf(last))
  }, [status])

  const change = (next: DebateDraft) => {
    begun.current = true
    setDraft(next)
    record.saveDraft(name, next)
  }
  const move = (next: DebateDraft, words = '') => {
    change(next)
    setLacking([])
    setSaid(words)
    setMoves((n) => n + 1)
  }
  const state = (stage: 'before' | 'after', words: string) => {
    const positions = positionsOf(debate, draft, stage)
    const known = isStated(debate, draft, stage, current.at(-1))
    move({ ...draft, step: stage === 'before' ? 'cards' : 'result' }, words)
    // The round is in the record now; a draft of it would hide a later one from another device.
    if (stage === 'after') record.clearDraft(name)
    if (!known) void record.append({ type: 'position-stated', debate: debate.id, stage, positions }).then(notKept(words)).then(setSaid)
  }

  return {
    debate, draft, waiting, lacking, said, moves, finished,
    loaded: status === 'ready',
    rounds: roundsOf(events, debate.id),
    go: (step) => (step === 'result' && !finished ? setSaid(texts.noResult) : move({ ...draft, step })),
    fill(stage, clause, entry) {
      change({ ...draft, [stage]: { ...draft[stage], [clause]: { ...draft[stage][clause], ...entry } } })
      if (entry.stance) setLacking(lacking.filter((id) => id !== clause))
      setSaid('')
    },
    pick: (card) => change({ ...draft, picked: draft.picked.includes(card) ? draft.picked.filter((id) => id !== card) : [...draft.picked, card] }),
    keep(stage) {
      const missing = withoutStance(debate, draft[stage])
      if (missing.length > 0) {
        setLacking(missing)
        setSaid(texts.chooseAll(missing.length))
        setMoves((n) => n + 1)
        return
      }
      const { met, all } = tally(positionsOf(debate, draft, 'after').map((position) => assess(position, debate.cards)))
      state(stage, stage === 'before' ? texts.said.before : texts.said.after(met, all))
    },
    again: () => move(FRESH, texts.said.again),
  }
}

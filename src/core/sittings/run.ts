import type { IndexedQuestion } from '../review/question-index.ts'
import type { SittingKind } from '../record/event.ts'
import type { Sitting } from './sitting.ts'

/** How the questions of a kind of sitting are gone through. */
export interface Conduct {
  /** Whether reasons come at once; else they wait until it is handed in. */
  readonly tellsAtOnce: boolean
  /** Whether a question can be left for later. */
  readonly canLeave: boolean
  /** Whether the numbers of all questions are listed, each leading to its own. */
  readonly hasNumbers: boolean
}

/** A pretest teaches as it goes and a placement follows the answers; only checks are gone through in any order. */
const CONDUCTS: Readonly<Record<SittingKind, Conduct>> = {
  pretest: { tellsAtOnce: true, canLeave: true, hasNumbers: false },
  placement: { tellsAtOnce: false, canLeave: false, hasNumbers: false },
  check: { tellsAtOnce: false, canLeave: true, hasNumbers: true },
  final: { tellsAtOnce: false, canLeave: true, hasNumbers: true },
}

/** How a sitting of this kind is gone through. */
export const conductOf = (kind: SittingKind): Conduct => CONDUCTS[kind]

/** Where a learner is in a sitting: at a question, counted from 0, before handing it in, or done with it. */
export type Step = number | 'end' | 'over'

/** A sitting on its way: the questions so far, in order, and which of them are open. */
export interface Run {
  /** Places of the questions without an answer. */
  readonly open: readonly number[]
  /** Where a learner is who wants to be at `wanted`: there if it is open, else at the next open one. What has just been answered stays when its reasons are shown. */
  readonly stepAt: (wanted: Step, justAnswered?: string) => Step
  /** The open question after `at`, from the start again after the last; undefined when there is no other. */
  readonly nextOpen: (at: number) => number | undefined
  /** Where to go from the question at `at`, answered or left. A placement adds its next question once the answer is in the record. */
  readonly after: (at: number) => Step
}

/** `sitting` with the questions `asked` so far. What was answered cannot be answered again. */
export const runOf = ({ kind, answers }: Pick<Sitting, 'kind' | 'answers'>, asked: readonly IndexedQuestion[]): Run => {
  const open = asked.flatMap(({ id }, at) => (answers.has(id) ? [] : [at]))
  const nextOpen = (at: number) => open.find((one) => one > at) ?? open.find((one) => one !== at)
  return {
    open,
    nextOpen,
    stepAt(wanted, justAnswered) {
      if (typeof wanted !== 'number') return wanted
      const stays = open.includes(wanted) || (conductOf(kind).tellsAtOnce && justAnswered !== undefined && asked[wanted]?.id === justAnswered)
      return stays ? wanted : nextOpen(wanted) ?? 'end'
    },
    after: (at) => (kind === 'placement' ? at + 1 : nextOpen(at) ?? (kind === 'pretest' ? 'over' : 'end')),
  }
}

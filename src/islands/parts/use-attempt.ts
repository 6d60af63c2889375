import type { ComponentChildren } from 'preact'
import type { Asked } from '../../core/quiz/asked.ts'
import type { Checked } from '../../core/quiz/attempt.ts'
import type { Question } from '../../core/quiz/question.ts'
import type { Confidence, Response } from '../../core/quiz/response.ts'
import type { Answered } from '../../core/record/event.ts'
import type { Keeping } from '../../core/record/storage.ts'
import type * as QuestionKit from './question-kit.ts'
import { useStore } from '@nanostores/preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { freshDraft, type Draft } from '../../core/quiz/draft.ts'
import { record } from '../../stores/app.ts'
import { banks } from '../../stores/questions.ts'
import { takeUp } from './take-up.ts'

/** Why a question is asked when it is not simply one of its lesson's page. */
export interface Occasion {
  /** Recorded with the answer; also starts the names of its controls, so one page may ask a question on two occasions. */
  readonly context: Answered['context']
  /** The question that the one shown stands in for, or that one itself. */
  readonly root: string
  /** The attempt to start with. */
  readonly number: number
  /** Id of the sitting that the answer belongs to. */
  readonly sitting?: string
  /** True where reasons wait until the sitting is handed in: the answer is recorded, and nothing is said about it. */
  readonly silent?: boolean
  /** What the button that checks says, where "Check" would be wrong. */
  readonly label?: string
  /** What the same button does once the reasons are shown, instead of another try. */
  readonly next?: { readonly label: string; readonly go: () => void }
  /** An answer given earlier, to be shown with its reasons; nothing can be changed. */
  readonly given?: Answered
  /** Called once the answer has been recorded. */
  readonly onAnswered?: (answer: Pick<Answered, 'question' | 'inPlaceOf' | 'score'>) => void
}

/** What every question island is given. */
export interface QuestionProps {
  readonly question: Asked
  /** Its place among the questions of the page, from 1. */
  readonly position?: number
  readonly total?: number
  /** Absent for a question of the page itself. */
  readonly occasion?: Occasion
  /** The closed answer that stands here until the island has come to life. */
  readonly children?: ComponentChildren
}

/** What is loaded when somebody answers: the code for it, and the question with those that may follow it, with their keys and reasons. */
export interface Work {
  readonly kit: typeof QuestionKit
  readonly bank: readonly Question[]
}

/** Where the learner is in a question. */
export interface AttemptState {
  readonly asked: Asked
  readonly draft: Draft
  /** True until the island of the page has come to life: the controls do not work yet. What is asked on an occasion comes alive at once. */
  readonly waiting: boolean
  readonly work?: Work
  readonly checked?: Checked
  /** Whether the reasons are shown; closed when an earlier answer has come back after a reload. */
  readonly open: boolean
  /** True when the question was put right by another one in its place. */
  readonly putRight: boolean
  /** How many hints are shown; after a reload those opened before wait for a tap, so that nothing moves. */
  readonly hintsShown: number
  /** What the status says when there is nothing to say about an answer. */
  readonly notice?: 'fresh' | 'loading' | 'unreachable'
  /** What became of the last answer given here. */
  readonly keeping?: Keeping | 'saving'
}

/** A question on the page, for the code that is loaded later. */
export interface Desk {
  /** Starts the names and ids of its controls, and is the name of its draft; unique on the page. */
  readonly name: string
  /** Id of the question of the page. */
  readonly root: string
  readonly occasion?: Occasion
  /** As it is now, not as it was when something began to load. */
  readonly state: () => AttemptState
  readonly set: (more: Partial<AttemptState>) => void
}

/** A question at work: where the learner is in it, and what can be done next. */
export interface Session extends AttemptState, Pick<Desk, 'name' | 'occasion'> {
  /** Loads what an answer needs, ahead of its use. */
  readonly prepare: () => void
  readonly respond: (response: Response) => void
  readonly declare: (confidence: Confidence) => void
  readonly toggle: () => void
  /** Does what `move` of the kit does, as soon as it is loaded. */
  readonly run: (move: 'check' | 'hint' | 'retry') => void
}

/** Joins one question to the record: takes up a draft or the last answer, keeps every change, records what is checked. */
export const useAttempt = ({ question: first, occasion }: QuestionProps): Session => {
  const [state, setState] = useState<AttemptState>(() => (
    { asked: first, draft: freshDraft(first, occasion?.number ?? 0), waiting: !occasion, open: true, putRight: false, hintsShown: 0 }))
  const { status, events } = useStore(record.$state, { ssr: 'initial' })
  const now = useRef(state)
  const begun = useRef(false)
  const loaded = useRef<Work>()

  const root = occasion?.root ?? first.id
  const name = `${occasion?.context ?? 'q'}-${root}`
  const set = (more: Partial<AttemptState>) => setState((now.current = { ...now.current, ...more }))
  const desk: Desk = { name, root, occasion, state: () => now.current, set }

  const load = async (): Promise<Work> => {
    const [kit, bank] = await Promise.all([import('./question-kit.ts'), occasion ? banks.family(first.lesson, root) : banks.of(first.lesson)])
    return (loaded.current = { kit, bank })
  }
  /**
   * Runs `use` at once when everything is there already, else when it has been loaded, or says that it cannot be had. What
   * nobody asked for is `quiet`: it must not move the page.
   */
  const withWork = async (use: (work: Work) => void, quiet = false) => {
    try {
      if (!loaded.current && !quiet) set({ notice: 'loading' })
      const work = loaded.current ?? await load()
      set({ work, notice: undefined })
      use(work)
    } catch {
      if (!quiet) set({ notice: 'unreachable' })
    }
  }
  const prepare = () => void load().catch(() => undefined)
  const change = (more: Partial<Draft>, rest?: Partial<AttemptState>) => {
    begun.current = true
    set({ draft: { ...now.current.draft, ...more }, notice: undefined, ...rest })
    record.saveDraft(name, now.current.draft)
    prepare()
  }

  // Before the first event can come: what is chosen afterwards is heard by itself.
  useLayoutEffect(() => void takeUp(name), [])

  useEffect(() => {
    const kept = record.loadDraft(name)
    set({ waiting: false })
    if (occasion?.given) return void withWork((work) => work.kit.show(desk, work), true)
    if (begun.current || kept === undefined) return
    begun.current = true
    void withWork((work) => work.kit.restore(desk, work, kept), true)
  }, [])

  useEffect(() => {
    if (status !== 'ready' || begun.current || occasion || !events.some((event) => 'question' in event && event.question === root)) return
    void withWork((work) => {
      if (!begun.current) work.kit.recall(desk, work)
    }, true)
  }, [status])

  return {
    ...state,
    name,
    occasion,
    prepare,
    respond: (response) => change({ response }, { checked: undefined }),
    declare: (confidence) => change({ confidence }),
    toggle: () => set({ open: !now.current.open }),
    run: (move) => {
      begun.current = true
      void withWork((work) => work.kit[move](desk, work))
    },
  }
}

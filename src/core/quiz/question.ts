import type { Rich } from '../course/rich.ts'

/** One choice of a single or multiple question. Its id is the author's, never derived. */
export interface Option {
  readonly id: string
  readonly text: Rich
  readonly correct: boolean
  /** Why it is right or wrong, written to teach. */
  readonly rationale: Rich
  /** Id of the misconception that makes a learner pick it. */
  readonly misconception?: string
}

/** One line of an ordering. */
export interface Item {
  readonly id: string
  readonly text: Rich
  readonly rationale: Rich
  readonly misconception?: string
}

/** A thing to sort, with the id of the group it belongs to. */
export interface MatchItem extends Omit<Item, 'misconception'> {
  readonly group: string
  /** By the id of a wrong group: the id of the misconception that putting it there shows. A group that shows none is not named. */
  readonly misconceptions?: Readonly<Record<string, string>>
}

/** A group of a match question. */
export interface Group {
  readonly id: string
  readonly text: Rich
}

/** The range a variable of a parametric question is drawn from: a stepped range or a list. Plain numbers, in the prompt's units. */
export type VariableRange =
  | { readonly from: number; readonly to: number; readonly step: number }
  | { readonly oneOf: readonly number[] }

/** A wrong value that people reach in a known way; `value` is an expression over the variables. */
export interface Mistake {
  readonly id: string
  readonly value: string
  readonly rationale: Rich
  readonly misconception?: string
}

/** What every question has. */
interface QuestionBase {
  /** For ever, unique in the course. */
  readonly id: string
  readonly lesson: string
  readonly objective: string
  /** Raised by the author when the meaning shifts a little; a changed meaning gets a new id. */
  readonly revision: number
  /** `prediction` is asked before reading and never scored. */
  readonly role: 'practice' | 'prediction'
  /** Paragraphs. */
  readonly prompt: readonly Rich[]
  readonly hints: readonly Rich[]
  /** Id of the source of the key. */
  readonly source?: string
  /** True when the prompt sets a scene that has to be judged. */
  readonly scenario: boolean
  /** Id of the question this one stands in for on a second try; it is not shown on the page itself. */
  readonly siblingOf?: string
  /** For judgement questions: what the answer depends on. */
  readonly depends?: Rich
}

/** Pick one option. Where two are defensible, both are marked correct and either earns full score. */
export interface SingleQuestion extends QuestionBase {
  readonly type: 'single'
  readonly options: readonly Option[]
}

/** Pick every option that holds. */
export interface MultipleQuestion extends QuestionBase {
  readonly type: 'multiple'
  readonly options: readonly Option[]
}

/** Put items in order; the authored order is the key. */
export interface OrderQuestion extends QuestionBase {
  readonly type: 'order'
  readonly items: readonly Item[]
}

/** Sort items into groups. */
export interface MatchQuestion extends QuestionBase {
  readonly type: 'match'
  readonly groups: readonly Group[]
  readonly items: readonly MatchItem[]
}

/** Answer with a number. Parametric when `variables` is not empty: `{name}` in texts shows the drawn value. */
export interface NumberQuestion extends QuestionBase {
  readonly type: 'number'
  readonly variables: Readonly<Record<string, VariableRange>>
  /** Expression over the variables that gives the key, in `unit`. */
  readonly key: string
  /** The unit the answer is shown in, such as "min", "%", "h", "people"; empty for a bare number. */
  readonly unit: string
  /** Largest accepted distance from the key: absolute in `unit`, or a share of the key. */
  readonly tolerance: { readonly absolute: number } | { readonly relative: number }
  /** Decimal places that the key is shown with. */
  readonly decimals: number
  /** Steps of the working: a label and an expression with its unit; the last one is the key. */
  readonly working: readonly { readonly label: string; readonly value: string; readonly unit: string; readonly decimals: number }[]
  readonly rationale: Rich
  readonly mistakes: readonly Mistake[]
}

/** Answer with a word or a short phrase. */
export interface TextQuestion extends QuestionBase {
  readonly type: 'text'
  /** Accepted answers, compared after `normalize`; the first is shown as the answer. */
  readonly accept: readonly string[]
  readonly rationale: Rich
  readonly near: readonly { readonly id: string; readonly match: readonly string[]; readonly rationale: Rich; readonly misconception?: string }[]
}

/** A question of the bank (QTI: item). */
export type Question = SingleQuestion | MultipleQuestion | OrderQuestion | MatchQuestion | NumberQuestion | TextQuestion

/** The kinds of question there are. */
export type QuestionType = Question['type']

import type { Debate } from '../debate/debate.ts'
import type { Question } from '../quiz/question.ts'
import type { Rich } from './rich.ts'

/** What a module, term or misconception is about; `all` stands for the three together. */
export type Discipline = 'devops' | 'sre' | 'platform' | 'commentary' | 'all'

/** A measurable thing the learner can do after the lesson. Its text starts with the verb: "Compute what …". */
export interface Objective {
  readonly id: string
  readonly text: string
}

/** A heading of a lesson's text (h2 or h3), in order; `slug` is its anchor on the page. */
export interface Heading {
  readonly depth: 2 | 3
  readonly slug: string
  readonly text: string
}

/** A drawing that belongs to a lesson: SVG markup that the checker has found safe and described. */
export interface Drawing {
  readonly id: string
  readonly broad: string
  /** The drawing for columns under 34rem; absent when the broad one reads well there too. */
  readonly narrow?: string
}

/** A lesson that exists. `id` is the file name, unique in the course and for ever. */
export interface Lesson {
  readonly id: string
  readonly module: string
  /** The number of the lesson in the syllabus, such as "2.3". */
  readonly number: string
  readonly title: string
  /** One sentence: what the learner can do at the end. */
  readonly promise: string
  /** Reading time, minutes. */
  readonly minutes: number
  readonly objectives: readonly Objective[]
  readonly headings: readonly Heading[]
  /** The bank: every question of the lesson, in the author's order. */
  readonly questions: readonly Question[]
  /** Ids of the questions that the text itself places, in reading order; the rest come at the end. */
  readonly placed: readonly string[]
  /** Ids of the sources cited by the text, its questions or its debate. */
  readonly sources: readonly string[]
  readonly drawings: readonly Drawing[]
  /** The debate that belongs to it, on a page of its own. */
  readonly debate?: Debate
  /** One or two sentences that lead to the next lesson. */
  readonly next: string
  /** SHA-256 of the lesson's files, hex, first 12 characters: changes when any word changes. */
  readonly revision: string
}

/** A lesson that the syllabus promises and nobody has written yet. Left out of search and progress. */
export interface PlannedLesson {
  readonly id: string
  readonly number: string
  readonly title: string
  /** Expected reading time, minutes. */
  readonly minutes: number
}

/** A module: lessons in order, some of which may still be planned. */
export interface Module {
  readonly id: string
  readonly title: string
  readonly discipline: Discipline
  readonly summary: string
  readonly outcomes: readonly string[]
  /** The order of the outline: ids of written and of planned lessons. */
  readonly order: readonly string[]
  readonly lessons: readonly Lesson[]
  readonly planned: readonly PlannedLesson[]
}

/** A glossary entry. */
export interface Term {
  readonly id: string
  readonly term: string
  readonly abbreviation?: string
  readonly definition: Rich
  readonly discipline: Discipline
  /** Id of the lesson that teaches it; it may still be planned. */
  readonly taught: string
}

/** What kind of support a source gives, from measured to argued. */
export type SourceKind = 'study' | 'survey' | 'incident' | 'standard' | 'documentation' | 'practice' | 'opinion'

/** Something a claim rests on. */
export interface Source {
  readonly id: string
  readonly kind: SourceKind
  readonly authors: string
  readonly title: string
  /** Where it appeared: journal, publisher or site. */
  readonly where: string
  readonly year: number
  readonly url?: string
  /** What it supports in this course, in one sentence. */
  readonly supports: string
  /** How it was seen for this course: `first` hand, quoted or told at `second` hand, or `recalled`. */
  readonly seen: 'first' | 'second' | 'recalled'
}

/** A belief that real people hold and that the course corrects. */
export interface Misconception {
  readonly id: string
  readonly discipline: Discipline
  readonly belief: string
  readonly view: string
  readonly why: string
  /** Id of the lesson that answers it. */
  readonly lesson: string
  /** Id of the lesson whose text has a trap for it, where one has; its anchor is `trap-` and the misconception's id. */
  readonly trap?: string
}

/** One side's argument in an anti-pattern. */
export interface Argument {
  readonly text: Rich
  readonly source?: string
}

/** An entry of the anti-pattern catalogue. */
export interface AntiPattern {
  readonly id: string
  readonly title: string
  readonly discipline: Discipline
  readonly symptom: Rich
  readonly mechanism: Rich
  readonly evidenceFor: readonly Argument[]
  readonly evidenceAgainst: readonly Argument[]
  /** How to tell whether you have it. */
  readonly test: Rich
  readonly firstStep: Rich
  /** Id of the lesson that argues it. */
  readonly lesson: string
}

/** What the course says of a claim: it agrees; agrees in part, or under conditions; or contests it, by arguing against it or for both sides. */
export type Verdict = 'accept' | 'qualify' | 'dispute'

/** A part of a lesson: its id and a heading's anchor. */
export interface SectionAddress {
  readonly lesson: string
  readonly heading: string
}

/** A claim of the text that the course starts from, or a tool named there, and where the course deals with it. */
export interface Claim {
  /** As the claim is numbered in the list of claims ("S9"), or the tool's name in lower case. */
  readonly id: string
  /** What is claimed, in the course's own words. */
  readonly claim: string
  readonly verdict: Verdict
  /** Ids of the lessons that teach it; one may still be planned. */
  readonly lessons: readonly string[]
  /** Ids of at least two questions of these lessons that test it. */
  readonly questions: readonly string[]
  /** The section that teaches it, where there is one for it alone. */
  readonly section?: SectionAddress
  /** The section that contests it; every disputed claim has one. */
  readonly disputedIn?: SectionAddress
}

/** Everything the content files say, checked. */
export interface Course {
  /** Prefix of every storage key; for ever. */
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly modules: readonly Module[]
  readonly terms: readonly Term[]
  readonly sources: readonly Source[]
  readonly misconceptions: readonly Misconception[]
  readonly antiPatterns: readonly AntiPattern[]
  /** Empty in a course that starts from no text of others. */
  readonly claims: readonly Claim[]
}

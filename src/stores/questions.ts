import type { Question } from '../core/quiz/question.ts'
import type { Banks } from './banks.ts'
import { fetchJson } from '../browser/fetch-json.ts'
import { base } from './app.ts'
import { createBanks } from './banks.ts'

/** The part of the composition root that questions need once somebody answers them. */

/** The questions that answers need. */
export const banks: Banks = createBanks((path) => fetchJson<readonly Question[]>(base + path))

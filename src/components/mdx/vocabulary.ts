import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import Anchor from './Anchor.astro'
import Commentary from './Commentary.astro'
import Evidence from './Evidence.astro'
import Figure from './Figure.astro'
import Num from './Num.astro'
import Practice from './Practice.astro'
import Question from './Question.astro'
import Step from './Step.astro'
import Table from './Table.astro'
import Term from './Term.astro'
import Trap from './Trap.astro'
import Worked from './Worked.astro'

/** The components that authors use in a lesson without importing anything. */
export const vocabulary: Readonly<Record<string, AstroComponentFactory>> = { a: Anchor, Commentary, Evidence, Figure, Num, Practice, Question, Step, Table, Term, Trap, Worked }

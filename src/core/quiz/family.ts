import type { Question } from './question.ts'

/** Whether `question` is asked and scored in its own right: it is no prediction and stands in for no other. */
export const isRoot = ({ role, siblingOf }: Question): boolean => role === 'practice' && !siblingOf

/** `root` and the questions of `bank` that may be asked in its place, in the author's order. */
export const familyOf = (root: Question, bank: readonly Question[]): readonly Question[] => [
  root,
  ...bank.filter((question) => question.siblingOf === root.id && question.type === root.type),
]

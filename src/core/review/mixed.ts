import type { IndexedQuestion } from './question-index.ts'

/** Something to ask. */
interface Item {
  readonly question: IndexedQuestion
}

const disciplineOf = ({ question }: Item): string => question.discipline

/** Whether no discipline has more of `rest` than every second place. */
const canAlternate = (rest: readonly Item[]): boolean => {
  const counts = new Map<string, number>()
  for (const item of rest) counts.set(disciplineOf(item), (counts.get(disciplineOf(item)) ?? 0) + 1)
  return [...counts.values()].every((count) => count <= Math.ceil(rest.length / 2))
}

/** How many of `rest` share the discipline of `item`. */
const alike = (item: Item, rest: readonly Item[]): number =>
  rest.filter((other) => disciplineOf(other) === disciplineOf(item)).length

/** Which of `rest` goes next to `last`: the first that keeps all neighbours different, else the best that can be had. */
const following = <T extends Item>(last: Item | undefined, rest: readonly T[]): T | undefined => {
  const others = last ? rest.filter((item) => disciplineOf(item) !== disciplineOf(last)) : rest
  const fitting = others.find((item) => canAlternate(rest.filter((other) => other !== item)))
  if (fitting) return fitting
  const most = Math.max(...others.map((item) => alike(item, rest)))
  return others.find((item) => alike(item, rest) === most)
    ?? rest.find((item) => item.question.lesson !== last?.question.lesson)
    ?? rest[0]
}

/**
 * `items` in an order in which neighbours differ in discipline whenever any order does that, and otherwise as often as can be; within one
 * discipline, in lesson. What was ahead stays ahead as far as this allows. `before` is what comes before the first.
 */
export const mixed = <T extends Item>(items: readonly T[], before?: Item): readonly T[] => {
  const order: T[] = []
  let rest = items
  while (rest.length > 0) {
    const item = following(order.at(-1) ?? before, rest)
    if (!item) break
    order.push(item)
    rest = rest.filter((other) => other !== item)
  }
  return order
}

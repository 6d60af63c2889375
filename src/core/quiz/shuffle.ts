import type { Question } from './question.ts'
import { plainText } from '../course/rich.ts'
import { randomFrom, seedOf } from './seed.ts'

/** The number in a text such as "43.2 minutes", and the words around it, which must be alike for texts to be compared by number. */
const numberIn = (text: string): { readonly value: number; readonly around: string } | undefined => {
  const found = /[−-]?\d[\d,]*(?:\.\d+)?/.exec(text)
  if (!found) return undefined
  const around = `${text.slice(0, found.index)}#${text.slice(found.index + found[0].length)}`
  return { value: Number(found[0].replace('−', '-').replaceAll(',', '')), around: around.replace(/s\b/g, '').trim() }
}

/** The ids in ascending order when all that tells the texts apart is one number; people look for a number where it belongs. */
const byNumber = (lines: readonly { readonly id: string; readonly text: string }[]): readonly string[] | undefined => {
  const numbered = lines.map(({ id, text }) => ({ id, ...numberIn(text) }))
  const around = numbered[0]?.around
  if (around === undefined || !numbered.every((line) => line.around === around)) return undefined
  return numbered.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0)).map(({ id }) => id)
}

const mixed = (ids: readonly string[], random: () => number): string[] => {
  const left = [...ids]
  const taken: string[] = []
  while (left.length) taken.push(...left.splice(Math.floor(random() * left.length), 1))
  return taken
}

/**
 * The ids of the options or items of `question` in the order that attempt number `attempt` shows them: the same on every
 * device and after every reload. Options that differ by a number only are ascending. A question to put in order never
 * starts solved. Number and text questions have nothing to shuffle.
 */
export const shuffle = (question: Question, attempt: number): readonly string[] => {
  if (question.type === 'number' || question.type === 'text') return []
  const random = randomFrom(seedOf(`${question.id}/${attempt}`))
  if (question.type === 'single' || question.type === 'multiple') {
    const sorted = byNumber(question.options.map(({ id, text }) => ({ id, text: plainText(text) })))
    return sorted ?? mixed(question.options.map(({ id }) => id), random)
  }
  const ids = question.items.map(({ id }) => id)
  const shown = mixed(ids, random)
  const solved = question.type === 'order' && shown.every((id, at) => id === ids[at])
  return solved ? [...shown.slice(1), ...shown.slice(0, 1)] : shown
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A small generator of pseudo-random numbers with a fixed seed, so that every run builds the same course. */
const random = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}

const WORDS = ('team service change release error budget window target request user pager queue station platform path deploy '
  + 'review minute hour week signal limit alert incident owner contract load measure share cost delay batch test build').split(' ')

const question = (lesson: string, index: number, words: (n: number) => string) => `- id: ${lesson}-q${index}
  objective: ${lesson}-${index % 2 === 0 ? 'choose' : 'compute'}
  type: ${index % 2 === 0 ? 'single' : 'multiple'}
  scenario: ${index === 0}
  prompt: |
    ${words(18)}?
  options:
    - { id: a, text: ${words(5)} a, correct: ${index % 3 === 0}, rationale: ${words(14)}. }
    - { id: b, text: ${words(5)} b, correct: ${index % 3 === 1}, rationale: ${words(14)}. }
    - { id: c, text: ${words(5)} c, correct: ${index % 3 === 2}, rationale: ${words(14)}. }
  hints: ["${words(8)}?"]
`

/** Writes a course of `lessons` lessons of about 1,200 words and nine questions each, ten lessons a module, into `folder`. */
export const generateCourse = (folder: string, lessons: number): void => {
  const next = random(lessons)
  const words = (n: number) => Array.from({ length: n }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ')
  const modules = Array.from({ length: Math.ceil(lessons / 10) }, (_, index) => `module-${index + 1}`)
  mkdirSync(folder, { recursive: true })
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
  write('course.yaml', `id: bench\ntitle: Bench\nsummary: A generated course.\nmodules: [${modules.join(', ')}]\n`)
  write('glossary.yaml', '[]\n')
  write('sources.yaml', '[]\n')
  write('misconceptions.yaml', '[]\n')
  modules.forEach((module, m) => {
    mkdirSync(join(folder, 'modules', module), { recursive: true })
    const ids = Array.from({ length: Math.min(10, lessons - m * 10) }, (_, index) => `lesson-${m * 10 + index + 1}`)
    write(`modules/${module}/module.yaml`,
      `title: Module ${m + 1}\ndiscipline: sre\nsummary: ${words(12)}.\noutcomes: [Compute ${words(5)}]\nlessons: [${ids.join(', ')}]\n`)
    ids.forEach((id, index) => {
      const sections = Array.from({ length: 6 }, (_, section) =>
        `## ${words(3)} ${section + 1}\n\n${words(66)}.\n\n${words(66)}.\n\n${words(66)}.\n\n${section < 3 ? `<Question id="${id}-q${section}" />\n\n` : ''}`)
      write(`modules/${module}/${id}.mdx`, `---
number: "${m + 1}.${index + 1}"
title: Lesson ${id.slice(7)} on ${words(2)}
promise: ${words(14)}.
minutes: 10
objectives:
  - { id: ${id}-choose, text: Choose ${words(5)} }
  - { id: ${id}-compute, text: Compute ${words(5)} }
next: ${words(10)}.
---

<Question id="${id}-guess" />

${sections.join('')}`)
      const bank = Array.from({ length: 7 }, (_, q) => question(id, q, words)).join('')
      write(`modules/${module}/${id}.questions.yaml`, `- id: ${id}-guess
  objective: ${id}-choose
  type: single
  role: prediction
  prompt: ${words(14)}?
  options:
    - { id: a, text: ${words(4)} a, rationale: ${words(9)}. }
    - { id: b, text: ${words(4)} b, correct: ${index % 2 === 0}, rationale: ${words(9)}. }
    - { id: c, text: ${words(4)} c, correct: ${index % 2 === 1}, rationale: ${words(9)}. }
${bank}- id: ${id}-sum
  objective: ${id}-compute
  type: number
  prompt: "In ${id}, what is {n} times 12?"
  variables: { n: { from: 2, to: 20, step: 1 } }
  key: n * 12
  unit: ""
  decimals: 0
  tolerance: { absolute: 0 }
  working: [{ label: product, value: n * 12, unit: "", decimals: 0 }]
  rationale: ${words(9)}.
  hints: ["${words(6)}?"]
- id: ${id}-sort
  objective: ${id}-choose
  type: match
  prompt: ${words(8)}?
  groups: [{ id: one, text: ${words(2)} one }, { id: two, text: ${words(2)} two }]
  items:
    - { id: x, text: ${words(4)} x, group: one, rationale: ${words(8)}. }
    - { id: y, text: ${words(4)} y, group: two, rationale: ${words(8)}. }
    - { id: z, text: ${words(4)} z, group: one, rationale: ${words(8)}. }
  hints: ["${words(6)}?"]
`)
    })
  })
}

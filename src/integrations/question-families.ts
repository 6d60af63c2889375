import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { bankPath, familyPath } from '../core/course/question-files.ts'
import { familyOf, isRoot } from '../core/quiz/family.ts'
import type { Question } from '../core/quiz/question.ts'

/**
 * Publishes every question with its siblings as a file of its own beside the bank of its lesson, so that a review loads what is due and no
 * more. Cut from the built banks: as pages of Astro such files added a third to the time of a large build. In dev there are none, and the
 * bank answers instead. Gives how many files were written into the built site at `dir`.
 */
export const writeFamilies = (dir: string): number => {
  let written = 0
  for (const lesson of readdirSync(join(dir, 'lessons'))) {
    const bank = JSON.parse(readFileSync(join(dir, bankPath(lesson)), 'utf8')) as readonly Question[]
    mkdirSync(join(dir, dirname(familyPath(lesson, ''))), { recursive: true })
    for (const root of bank.filter(isRoot)) {
      writeFileSync(join(dir, familyPath(lesson, root.id)), JSON.stringify(familyOf(root, bank)))
      written += 1
    }
  }
  return written
}

/** Cuts the banks of the built site into families of questions. */
export const questionFamilies = (): AstroIntegration => ({
  name: 'question-families',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      logger.info(`${writeFamilies(fileURLToPath(dir))} questions by themselves`)
    },
  },
})

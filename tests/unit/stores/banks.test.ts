import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Question } from '../../../src/core/quiz/question.ts'
import { createBanks } from '../../../src/stores/banks.ts'
import { match, single } from '../core/quiz/questions.ts'

/** Banks over `files`, and the paths that were asked for. A file that is not there cannot be had. */
const over = (files: Readonly<Record<string, readonly Question[]>>) => {
  const asked: string[] = []
  const banks = createBanks(async (path) => {
    asked.push(path)
    const file = files[path]
    if (!file) throw new Error(path)
    return file
  })
  return { banks, asked, files }
}

const BANK = 'lessons/lesson/questions.json'
const FAMILY = 'lessons/lesson/questions/single.json'

test('a question is loaded by itself, once', async () => {
  const { banks, asked } = over({ [BANK]: [single, match], [FAMILY]: [single] })
  assert.deepEqual(await banks.family('lesson', 'single'), [single])
  assert.deepEqual(await banks.family('lesson', 'single'), [single])
  assert.deepEqual(asked, [FAMILY])
})

test('a question of a bank that is there already is not loaded again', async () => {
  const { banks, asked } = over({ [BANK]: [single, match], [FAMILY]: [single] })
  await banks.of('lesson')
  assert.deepEqual(await banks.family('lesson', 'single'), [single, match])
  assert.deepEqual(asked, [BANK])
})

test('where a question cannot be had by itself, the whole bank answers', async () => {
  const { banks, asked } = over({ [BANK]: [single, match] })
  assert.deepEqual(await banks.family('lesson', 'single'), [single, match])
  assert.deepEqual(asked, [FAMILY, BANK])
})

test('what could not be had is asked for again the next time', async () => {
  const files: Record<string, readonly Question[]> = {}
  const { banks, asked } = over(files)
  await assert.rejects(banks.family('lesson', 'single'))
  files[FAMILY] = [single]
  assert.deepEqual(await banks.family('lesson', 'single'), [single])
  assert.deepEqual(asked, [FAMILY, BANK, FAMILY])
})

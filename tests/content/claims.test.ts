import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkContent } from '../../src/authoring/check.ts'
import { readContent } from '../../src/authoring/read.ts'

const numbered = (letter: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)

const ROWS = [...numbered('S', 22), ...numbered('C', 8)]
const TOOLS = ['jenkins', 'github-actions', 'ansible', 'terraform', 'backstage', 'kubernetes', 'aws-cdk', 'crossplane']
/** Where the article or its comment is too neat, wrong, or one side of an argument. */
const CONTESTED = ['S5', 'S9', 'S14', 'S15', 'C6', 'C7', 'C8']

describe('the map of claims', () => {
  const { course } = checkContent(readContent(join(import.meta.dirname, '../../content')))
  assert.ok(course)
  const { claims, modules } = course
  const lessons = new Map(modules.flatMap((module) => module.lessons).map((lesson) => [lesson.id, lesson]))
  const practice = new Set([...lessons.values()].flatMap((lesson) => lesson.questions).filter((question) => question.role === 'practice').map((question) => question.id))

  it('has every claim of the article and of the comment, and every tool named there, and nothing else', () => {
    assert.deepEqual(claims.map((claim) => claim.id).sort(), [...ROWS, ...TOOLS].sort())
  })

  it('finds each of them taught by a lesson that is written', () => {
    assert.deepEqual(claims.filter((claim) => !claim.lessons.some((lesson) => lessons.has(lesson))).map((claim) => claim.id), [])
  })

  it('finds each of them tested by at least two scored questions', () => {
    const tested = (questions: readonly string[]): number => new Set(questions.filter((question) => practice.has(question))).size
    assert.deepEqual(claims.filter((claim) => tested(claim.questions) < 2).map((claim) => claim.id), [])
  })

  it('names for each tool the section that says what it is for', () => {
    const headingOf = (id: string): boolean => {
      const section = claims.find((claim) => claim.id === id)?.section
      return lessons.get(section?.lesson ?? '')?.headings.some((heading) => heading.slug === section?.heading) ?? false
    }
    assert.deepEqual(TOOLS.filter((tool) => !headingOf(tool)), [])
  })

  it('says where each contested claim is contested', () => {
    assert.deepEqual(claims.filter((claim) => claim.verdict === 'dispute').map((claim) => claim.id).sort(), [...CONTESTED].sort())
    assert.deepEqual(claims.filter((claim) => CONTESTED.includes(claim.id) && !claim.disputedIn).map((claim) => claim.id), [])
  })
})

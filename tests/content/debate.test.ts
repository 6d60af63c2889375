import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkContent } from '../../src/authoring/check.ts'
import { readContent } from '../../src/authoring/read.ts'
import type { Debate, Side } from '../../src/core/debate/debate.ts'

const { course } = checkContent(readContent(join(import.meta.dirname, '../../content')))
const lesson = course?.modules.flatMap((module) => module.lessons).find(({ id }) => id === 'great-debate')
const debate: Debate | undefined = lesson?.debate
assert.ok(lesson && debate)

const of = (clause: string, side: Side) => debate.cards.filter((card) => card.clause === clause && card.side === side)

describe('the great debate', () => {
  it('gives each side of each clause at least four cards of at least two kinds, and equals them within one', () => {
    for (const { id } of debate.clauses) {
      const [pro, con] = [of(id, 'for'), of(id, 'against')]
      for (const cards of [pro, con]) {
        assert.ok(cards.length >= 4, id)
        assert.ok(new Set(cards.map(({ strength }) => strength)).size >= 2, id)
        assert.ok(cards.some(({ strength }) => strength !== 'argument'), id)
      }
      assert.ok(Math.abs(pro.length - con.length) <= 1, id)
      assert.ok(of(id, 'limits').length > 0, id)
    }
  })

  it('claims no study that compared such structures over time', () => assert.deepEqual(debate.cards.filter(({ strength }) => strength === 'study'), []))

  it('calls a survey only what rests on one', () => {
    const known = new Map(course?.sources.map((source) => [source.id, source]))
    const surveys = debate.cards.filter(({ strength }) => strength === 'survey').map(({ source }) => known.get(source))
    // DORA tells the results of its surveys on the page of the capability as well.
    assert.deepEqual(surveys.filter((source) => source?.kind !== 'survey' && source?.id !== 'dora-platform-engineering'), [])
  })

  it('is drawn in its lesson dot for dot', () => {
    const drawing = lesson.drawings.find(({ id }) => id === 'cards')
    assert.ok(drawing)
    const count = (side: Side) => debate.cards.filter((card) => card.side === side).length
    for (const svg of [drawing.broad, drawing.narrow ?? '']) {
      // One of each explains the sign.
      assert.equal(svg.split('<circle class="commentary-f"').length - 2, count('for'))
      assert.equal(svg.split('<circle class="commentary-l"').length - 2, count('against'))
    }
  })
})

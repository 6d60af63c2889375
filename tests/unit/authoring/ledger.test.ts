import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkContent } from '../../../src/authoring/check.ts'
import { compareLedger, idsOf, readRetired } from '../../../src/authoring/ledger.ts'
import { readContent } from '../../../src/authoring/read.ts'

describe('the ids of a course', () => {
  const { course } = checkContent(readContent(join(import.meta.dirname, '../../fixtures/valid')))
  const ids = course ? idsOf(course) : []

  it('cover everything that an answer or a link may name', () => {
    const kinds = [...new Set(ids.map((id) => id.split(' ')[0]))]
    assert.deepEqual(kinds, ['anti-pattern', 'card', 'clause', 'course', 'debate', 'group', 'item', 'lesson', 'misconception', 'mistake', 'module', 'near', 'objective', 'option', 'question', 'source', 'term'])
    for (const id of ['option stiffest/d60', 'group by-weight-or-not/volume', 'mistake compute-share/of-dough', 'near name-share/wetness', 'card steam-or-not/log-dry', 'clause steam-or-not/steam-opens']) assert.ok(ids.includes(id), id)
  })

  it('leave out what is only promised', () => assert.ok(!ids.includes('lesson salt')))
})

describe('the ledger', () => {
  it('tells what is new, what has vanished, and what has come back', () => {
    assert.deepEqual(compareLedger(['a', 'b', 'r'], ['a', 'c', 'd', 'r'], ['d', 'r']), { added: ['b'], vanished: ['c'], revived: ['r'] })
  })
})

describe('the list of retired ids', () => {
  it('needs a day and a reason for each', () => {
    const entry = '- { id: option a/b, since: 2027-01-31, because: It asked about another window. }'
    assert.deepEqual(readRetired(entry), [{ id: 'option a/b', since: '2027-01-31', because: 'It asked about another window.' }])
    assert.throws(() => readRetired(entry.replace('since: 2027-01-31, ', '')), /has an id, since/)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { recordOf } from '../../../../src/core/record/record.ts'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { keepSession, readSession } from '../../../../src/core/review/kept-session.ts'
import { memories } from '../../../../src/core/review/memories.ts'
import { dueOf } from '../../../../src/core/review/queue.ts'
import { answerSession, caughtUp, nextAsk, skipAsk, startSession, type Session } from '../../../../src/core/review/session.ts'
import { unmet } from '../../../../src/core/review/unmet.ts'
import { answerAt, day, index } from './answers.ts'

const scheduler = createFsrs()
const HOUR_MS = 3_600_000
const before = recordOf([
  ...['sre-1', 'devops-1', 'platform-1', 'sre-2'].map((id) => answerAt(id, day(0))),
  { id: 'laptop:placed', v: 1, at: day(0), type: 'placed', lessons: ['platform-lesson'] },
])
const known = memories(index, before, scheduler)
const started = startSession(dueOf(known, day(4)), { fresh: unmet(known) })

/** The session after answering what it asks, and the memories after the same answer. */
const answerNext = (session: Session, score: number, record = before) => {
  const question = nextAsk(session)?.question ?? ''
  const grown = recordOf([...record, answerAt(question, day(4) + 60_000, { score, context: 'review' })])
  return { session: answerSession(session, { question, score }), record: grown, known: memories(index, grown, scheduler) }
}

const throughJson = (session: Session) => JSON.parse(JSON.stringify(keepSession(session, day(4)))) as unknown

/** What decides how a session goes on, and what it says in the end. */
const gist = ({ items, ahead, turns }: Session) =>
  ({ ahead, turns, items: items.map(({ question, changed, memory }) => [question.id, changed, memory?.intervalDays, memory?.lastAtMs]) })

test('a session that was kept goes on where it was', () => {
  for (const score of [0, 0.5, 1]) {
    const half = answerNext(started, score)
    const resumed = readSession(throughJson(half.session), half.known, day(4) + HOUR_MS)
    assert.ok(resumed)
    assert.equal(resumed.startedAtMs, day(4))
    assert.deepEqual(gist(resumed.session), gist(half.session))
  }
})

test('turns with a score that is none, and items with a time that is none, are left out', () => {
  const kept = throughJson(started) as { items: object[]; ahead: object[] }
  const turn = { id: 'sre-1', context: 'review' }
  const turns = [{ ...turn, score: -1 }, { ...turn, score: 1.5 }, { ...turn, score: '1' }, turn]
  assert.deepEqual(readSession({ ...kept, turns }, known, day(4))?.session.turns, [])
  const items = kept.items.map((item, n) => (n === 0 ? { ...item, memory: { intervalDays: -3, lastAtMs: day(0) } } : item))
  assert.equal(readSession({ ...kept, items }, known, day(4))?.session.items.length, started.items.length - 1)
})

test('a question that was changed is still said to be after the session was left', () => {
  const changed = { ...started, items: started.items.map((item) => ({ ...item, changed: true })) }
  assert.ok(readSession(throughJson(changed), known, day(4))?.session.items.every((item) => item.changed))
})

test('a session left for longer than a sitting, or finished, is not taken up', () => {
  const kept = throughJson(started)
  assert.ok(readSession(kept, known, day(4) + 12 * HOUR_MS))
  assert.equal(readSession(kept, known, day(4) + 13 * HOUR_MS), undefined)
  assert.equal(readSession(kept, known, day(4) - 1), undefined)
  assert.equal(readSession(throughJson({ ...started, ahead: [] }), known, day(4)), undefined)
})

test('what was answered elsewhere meanwhile is not asked again; what was missed here still comes back', () => {
  const half = answerNext(started, 0)
  const other = half.session.ahead[1]?.question ?? ''
  const grown = recordOf([...half.record, answerAt(other, day(4) + 120_000, { context: 'lesson' })])
  const resumed = readSession(throughJson(half.session), memories(index, grown, scheduler), day(4) + HOUR_MS)
  const asked = resumed?.session.ahead.map(({ question }) => question) ?? []
  assert.ok(!asked.includes(other))
  assert.equal(asked.length, half.session.ahead.length - 1)
  assert.equal(resumed?.session.ahead.filter(({ context }) => context === 'again').length, 1)
})

test('after a reset nothing of a session is left but what is introduced', () => {
  const half = answerNext(started, 0)
  const wiped = memories(index, recordOf([...half.record, { id: 'laptop:reset', v: 1, at: day(4) + 120_000, type: 'reset' }]), scheduler)
  assert.ok(caughtUp(half.session, wiped).ahead.every(({ question, context }) =>
    context === 'review' && half.session.items.find((item) => item.question.id === question)?.memory === undefined))
})

test('questions that the course no longer has are left out, and lessons are those of now', () => {
  const smaller = index.filter(({ id }) => id !== 'sre-1').map((question) => ({ ...question, lesson: 'moved' }))
  const resumed = readSession(throughJson(started), memories(smaller, before, scheduler), day(4))
  assert.equal(resumed?.session.items.length, started.items.length - 1)
  assert.ok(resumed?.session.ahead.every(({ question, lesson }) => question !== 'sre-1' && lesson === 'moved'))
})

test('a skipped question is not asked, and no turn', () => {
  const skipped = skipAsk(started)
  assert.deepEqual([skipped.ahead.length, skipped.turns.length], [started.ahead.length - 1, 0])
})

test('law: whatever is kept, reading it neither throws nor asks what is not there', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('sre-1', 'review', 'again', 0, 1, 2, null, -1, day(4), { id: 'sre-1', context: 'review' }, { id: 'sre-1', changed: 1 }))
  const list = fc.oneof(value, fc.array(fc.oneof(value, fc.record({ id: fc.constantFrom('sre-1', 'gone'), context: value, score: value, memory: value }))))
  fc.assert(fc.property(fc.oneof(value, fc.record({ startedAtMs: fc.oneof(value, fc.constant(day(4))), items: list, ahead: list, turns: list })), (kept) => {
    const resumed = readSession(kept, known, day(4))
    for (const { score } of resumed?.session.turns ?? []) assert.ok(score >= 0 && score <= 1)
    for (const ask of resumed?.session.ahead ?? []) assert.ok(resumed?.session.items.some(({ question }) => question.id === ask.question))
  }), { numRuns: 2000 })
})

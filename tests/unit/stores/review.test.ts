import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atom } from 'nanostores'
import type { NewEvent, RecordEvent } from '../../../src/core/record/event.ts'
import { recordOf, type LearnerRecord } from '../../../src/core/record/record.ts'
import { createFsrs } from '../../../src/core/review/fsrs.ts'
import { memories } from '../../../src/core/review/memories.ts'
import { SESSION_SIZE } from '../../../src/core/review/session.ts'
import { sessionResult } from '../../../src/core/review/session-result.ts'
import type { MemoryState } from '../../../src/stores/memory.ts'
import { createReviewStore } from '../../../src/stores/review.ts'
import type { Asking } from '../../../src/stores/review-state.ts'
import { answerAt, day, index } from '../core/review/answers.ts'

const scheduler = createFsrs()
const due = index.slice(0, 4).map(({ id }) => answerAt(id, day(0)))

/** A store over a record in memory, on day `days`; `drafts` may be shared, as tabs and reloads do. */
const world = (events: LearnerRecord, days = 4, drafts = new Map<string, unknown>()) => {
  let nowMs = day(days)
  let record = recordOf(events)
  const $memory = atom<MemoryState>({ status: 'loading' })
  const fold = (more: readonly RecordEvent[]) => {
    record = recordOf([...record, ...more])
    $memory.set({ status: 'ready', memories: memories(index, record, scheduler) })
  }
  const store = createReviewStore({
    $memory,
    record: {
      append: (event: NewEvent) => {
        fold([{ id: `laptop:${nowMs}`, v: 1, at: nowMs, ...event }])
        return Promise.resolve({ state: 'kept' })
      },
      saveDraft: (key, value) => void drafts.set(key, JSON.parse(JSON.stringify(value))),
      loadDraft: (key) => drafts.get(key),
      clearDraft: (key) => void drafts.delete(key),
    },
    now: () => nowMs,
  })
  store.$review.listen(() => undefined)
  const asking = (): Asking => {
    const state = store.$review.get()
    assert.equal(state.status, 'asking')
    return state as Asking
  }
  const answer = (score: number) => {
    nowMs += 60_000
    const { ask } = asking()
    fold([answerAt(ask.question, nowMs, { score, context: ask.context })])
    store.answered({ question: ask.question, score })
  }
  return { store, drafts, fold, asking, answer, ready: () => fold([]), pass: (more: number) => void (nowMs += day(more) - day(0)), state: () => store.$review.get() }
}

test('it is loading until the record is read, and then asks what is due', () => {
  const { state, ready, asking } = world(due)
  assert.equal(state().status, 'loading')
  ready()
  assert.deepEqual([asking().place, asking().total, asking().answered], [1, 4, false])
})

test('an answer stays until the learner goes on; the last one leads to the end', () => {
  const { store, asking, answer, ready, state, drafts } = world(due)
  ready()
  for (const place of [1, 2, 3, 4]) {
    const { key } = asking()
    answer(1)
    assert.deepEqual([asking().key, asking().answered, asking().isLast, asking().place], [key, true, place === 4, place])
    store.next()
  }
  const end = state()
  assert.ok(end.status === 'ended')
  const { questions, right } = sessionResult(end.session, end.after, end.now)
  assert.deepEqual([questions, right, end.more], [4, 4, 0])
  assert.equal(drafts.size, 0)
})

test('a second report of the same answer changes nothing', () => {
  const { store, asking, answer, ready } = world(due)
  ready()
  answer(0)
  const { ask, isLast } = asking()
  store.answered({ question: ask.question, score: 0 })
  store.next()
  assert.deepEqual([asking().place, isLast], [2, false])
})

test('after a reload the session goes on, and a question that was answered is not asked again', () => {
  const first = world(due)
  first.ready()
  const { ask } = first.asking()
  first.answer(1)
  const second = world([...due, answerAt(ask.question, day(4) + 60_000, { context: 'review' })], 4.1, first.drafts)
  second.ready()
  assert.deepEqual([second.asking().place, second.asking().total], [2, 4])
})

test('ending without an answer says what is due, and it can be begun from there', () => {
  const { store, asking, ready, state } = world(due)
  ready()
  store.end()
  const rest = state()
  assert.ok(rest.status === 'waiting')
  assert.equal(rest.due, 4)
  store.begin()
  assert.equal(asking().place, 1)
})

test('a question that is skipped leaves the rest, and all of them the start', () => {
  const { store, asking, ready, state } = world(due)
  ready()
  store.skip()
  assert.deepEqual([asking().place, asking().total], [1, 3])
  for (let left = 3; left > 0; left -= 1) store.skip()
  assert.equal(state().status, 'waiting')
})

test('without answers it is empty, and on quiet days it knows when the next comes', () => {
  const empty = world([])
  empty.ready()
  assert.equal(empty.state().status, 'empty')
  const quiet = world(due, 1)
  quiet.ready()
  const state = quiet.state()
  assert.ok(state.status === 'waiting' && state.due === 0)
  assert.equal(state.nextAtMs, day(3) - 8 * 3_600_000)
})

test('what comes in from elsewhere never takes the question away, nor the end', () => {
  const { store, asking, answer, ready, fold, state } = world(due)
  ready()
  const { key } = asking()
  fold([answerAt(index[1]?.id ?? '', day(4))])
  assert.equal(asking().key, key)
  answer(1)
  store.next()
  assert.equal(asking().total, 3)
  store.end()
  fold([answerAt(index[2]?.id ?? '', day(4))])
  assert.equal(state().status, 'ended')
})

test('going away ends the session; coming back takes it up when it was a slip', () => {
  const { store, asking, answer, ready, state, pass } = world(due)
  ready()
  answer(1)
  store.leave(day(20))
  const away = state()
  assert.ok(away.status === 'away')
  assert.equal(away.untilMs, day(20))
  pass(0.01)
  store.comeBack()
  assert.equal(asking().place, 2)
})

test('opened again after a whole session it starts no other by itself, and starts one when asked', () => {
  const many = index.slice(0, 1).flatMap(({ id }) => Array.from({ length: SESSION_SIZE }, (_, n) => answerAt(id, day(4) + n * 1000, { context: 'review' })))
  const { state, ready, store, asking } = world([...due, ...many], 4.1)
  ready()
  const waiting = state()
  assert.deepEqual(waiting.status === 'waiting' && [waiting.done, waiting.due], [true, 3])
  store.begin()
  assert.equal(asking().total, 3)
})

test('a page that was left open for days asks what has come due by then, and leaves in peace who has just come to an end', () => {
  const { store, ready, state, asking, answer, pass } = world(due, 1)
  ready()
  store.look()
  assert.equal(state().status, 'waiting')
  pass(3)
  store.look()
  assert.equal(asking().total, 4)
  answer(1)
  store.look()
  assert.equal(asking().answered, true)
  store.end()
  store.look()
  assert.equal(state().status, 'ended')
  pass(1)
  store.look()
  assert.equal(asking().total, 3)
  store.end()
  store.look()
  assert.equal(state().status, 'waiting')
  pass(1)
  store.look()
  assert.equal(asking().total, 3)
})

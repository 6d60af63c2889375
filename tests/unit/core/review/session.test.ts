import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Discipline } from '../../../../src/core/course/course.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { memories } from '../../../../src/core/review/memories.ts'
import { dueOf, queue } from '../../../../src/core/review/queue.ts'
import { answerSession, forToday, nextAsk, SESSION_SIZE, startSession, type Session } from '../../../../src/core/review/session.ts'
import { returns, sessionResult } from '../../../../src/core/review/session-result.ts'
import { answerAt, anyAnswers, day, index, indexed } from './answers.ts'

const runs = { numRuns: 1000 }
const scheduler = createFsrs()

/** A record in which `count` questions of mixed disciplines were answered on day 0. */
const disciplines: readonly Discipline[] = ['sre', 'devops', 'platform']
const many = (count: number) => Array.from({ length: count }, (_, n) => indexed(`q${String(n).padStart(3, '0')}`, disciplines[n % 3]))
const answeredOnce = (count: number) => recordOf(many(count).map(({ id }) => answerAt(id, day(0))))
const sessionOf = (count: number, days = 3) => startSession(queue(many(count), answeredOnce(count), scheduler, day(days)))

/** The session after answering what it asks, with `score` of the ask's place. */
const play = (session: Session, score: (place: number) => number): Session => {
  let now = session
  for (let place = 0; place < 200; place += 1) {
    const ask = nextAsk(now)
    if (!ask) return now
    now = answerSession(now, { question: ask.question, score: score(place) })
  }
  throw new Error('the session never ends')
}

const asked = (session: Session) => session.turns.map(({ ask }) => ask.question)

test('a session has twelve questions, and no more after sixty days away', () => {
  assert.equal(SESSION_SIZE, 12)
  assert.equal(sessionOf(300, 3).items.length, 12)
  assert.equal(sessionOf(300, 63).items.length, 12)
  assert.equal(sessionOf(5).items.length, 5)
  assert.equal(play(sessionOf(300, 63), () => 1).turns.length, 12)
})

test('an empty queue makes a session that is finished', () => {
  assert.equal(nextAsk(startSession([])), undefined)
})

test('neighbours differ in discipline, also when whole disciplines came due together', () => {
  const record = recordOf(index.map(({ id }, n) => answerAt(id, day(0) + n * 60_000)))
  const { items } = startSession(queue(index, record, scheduler, day(4)))
  assert.equal(items.length, 12)
  assert.ok(items.every((item, n) => n === 0 || item.question.discipline !== items[n - 1]?.question.discipline))
})

test('a miss comes back after three others, as a second try, and only once', () => {
  const done = play(sessionOf(9), (place) => (place === 1 ? 0 : 1))
  const missed = done.turns[1]?.ask.question
  const places = done.turns.flatMap(({ ask }, n) => (ask.question === missed ? [n] : []))
  assert.equal(places.length, 2)
  assert.ok((places[1] ?? 0) >= 5)
  assert.deepEqual(places.map((place) => done.turns[place]?.ask.context), ['review', 'again'])
  const never = play(sessionOf(9), () => 0)
  assert.equal(never.turns.length, 18)
})

test('partial credit comes back too', () => {
  assert.equal(play(sessionOf(6), (place) => (place === 0 ? 0.5 : 1)).turns.length, 7)
})

test('a return, too, stands between other disciplines where it can', () => {
  const done = play(sessionOf(12), (place) => (place === 0 ? 0 : 1))
  const discipline = (id: string) => many(12).find((question) => question.id === id)?.discipline
  const order = asked(done).map(discipline)
  const back = done.turns.findIndex(({ ask }) => ask.context === 'again')
  assert.ok(order[back] !== order[back - 1] && order[back] !== order[back + 1])
})

test('a miss at the very end comes back after an earlier question', () => {
  const done = play(sessionOf(3), (place) => (place === 2 ? 0 : 1))
  const [first, , last] = asked(done)
  assert.deepEqual(asked(done).slice(3), [first, last])
})

test('a session of one question does not repeat it', () => {
  assert.equal(play(sessionOf(1), () => 0).turns.length, 1)
})

test('an answer to something else changes nothing; a stand-in answers for its root', () => {
  const session = sessionOf(3)
  const ask = nextAsk(session)
  assert.ok(ask)
  assert.equal(answerSession(session, { question: 'other', score: 1 }), session)
  assert.equal(answerSession(session, { question: 'sibling', inPlaceOf: ask.question, score: 1 }).turns.length, 1)
})

test('a session survives being kept as JSON', () => {
  const half = answerSession(sessionOf(5), { question: nextAsk(sessionOf(5))?.question ?? '', score: 0 })
  assert.deepEqual(play(JSON.parse(JSON.stringify(half)) as Session, () => 1), JSON.parse(JSON.stringify(play(half, () => 1))))
})

test('the end says what is held longer now, and when each question comes back', () => {
  const before = answeredOnce(3)
  const session = startSession(queue(many(3), before, scheduler, day(3)))
  const done = play(session, (place) => (place === 1 ? 0 : 1))
  const record = recordOf([...before, ...done.turns.map(({ ask, score }, n) =>
    answerAt(ask.question, day(3) + n * 60_000, { score, context: ask.context }))])
  const result = sessionResult(done, memories(many(3), record, scheduler), day(3) + 600_000)
  const missed = session.items[1]?.question.id
  assert.deepEqual([result.questions, result.right], [3, 2])
  assert.deepEqual(result.longer.map(({ question }) => question).sort(), session.items.map(({ question }) => question.id).filter((id) => id !== missed).sort())
  assert.ok(result.longer.every(({ fromDays, toDays }) => fromDays === 3 && toDays > 3))
  assert.equal(result.coming.length, 3)
  assert.deepEqual([result.coming[0]?.question, result.coming[0]?.inDays], [missed, 1])
})

test('the end of a session that was stopped early speaks of what it asked only, not of what was answered elsewhere', () => {
  const before = answeredOnce(3)
  const half = answerSession(startSession(queue(many(3), before, scheduler, day(3))), { question: 'q000', score: 1 })
  const record = recordOf([...before, answerAt('q000', day(3)), answerAt('q001', day(3), { context: 'lesson' })])
  const result = sessionResult(half, memories(many(3), record, scheduler), day(3))
  assert.deepEqual([result.questions, result.longer.length, result.coming.length], [1, 1, 1])
})

const anyScores = fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 1, maxLength: 40 })

test('law: a session ends, asks nothing twice in a row, nothing more than twice, and every miss once more', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 3, max: 90 }), anyScores, (count, days, scores) => {
    const session = sessionOf(count, days)
    const done = play(session, (place) => scores[place % scores.length] ?? 1)
    const order = asked(done)
    assert.ok(session.items.length <= SESSION_SIZE && order.length <= 2 * SESSION_SIZE)
    assert.ok(order.every((id, n) => n === 0 || id !== order[n - 1]))
    assert.deepEqual(new Set(order), new Set(session.items.map(({ question }) => question.id)))
    const times = (id: string) => order.filter((other) => other === id).length
    assert.ok(order.every((id) => times(id) <= 2))
    if (session.items.length > 1) {
      assert.ok(done.turns.filter(({ ask, score }) => ask.context === 'review' && score < 1).every(({ ask }) => times(ask.question) === 2))
    }
  }), runs)
})

test('law: a session asks only what is due, and the most urgent of it', () => {
  fc.assert(fc.property(anyAnswers, fc.nat(200), fc.integer({ min: 1, max: 12 }), (answers, days, size) => {
    const due = queue(index, recordOf(answers), scheduler, day(days))
    const { items } = startSession(due, { size })
    assert.deepEqual(new Set(items), new Set(due.slice(0, size)))
  }), runs)
})

test('a session’s worth of reviews makes the day’s review done, however much is still due, and half a day later it counts no more', () => {
  const reviewed = (count: number) => many(count).map(({ id }) => answerAt(id, day(3), { context: 'review' }))
  const known = (count: number) => memories(many(40), recordOf([...answeredOnce(40), ...reviewed(count)]), scheduler)
  assert.deepEqual(forToday(known(SESSION_SIZE - 1), day(3)), { count: 12, moreWaits: true, done: false })
  assert.deepEqual(forToday(known(SESSION_SIZE), day(3)), { count: 12, moreWaits: true, done: true })
  assert.equal(forToday(known(SESSION_SIZE), day(3.6)).done, false)
})

test('reviews of this sitting count for today, also by a clock that is some hours ahead, and those of a clock that was far ahead do not', () => {
  const done = (at: number) => {
    const record = recordOf(Array.from({ length: SESSION_SIZE }, (_, n) => answerAt(`q${n}`, at + n, { context: 'review' })))
    return forToday(memories(index, record, scheduler), day(0)).done
  }
  assert.deepEqual([done(day(-0.1)), done(day(-0.6)), done(day(0.3)), done(day(30))], [true, false, true, false])
})

test('only reviews count for today, and exactly a session’s worth leaves nothing waiting', () => {
  const twelve = many(SESSION_SIZE)
  const lessons = recordOf(twelve.map(({ id }, n) => answerAt(id, day(0) + n)))
  assert.equal(forToday(memories(twelve, lessons, scheduler), day(0.1)).done, false)
  assert.deepEqual(forToday(memories(twelve, lessons, scheduler), day(3)), { count: 12, moreWaits: false, done: false })
})

test('partial credit in a session is not right, and what comes back as soon as before is not held longer', () => {
  const one = many(2)
  const before = memories(one, answeredOnce(2), scheduler)
  const session = play(startSession(dueOf(before, day(3))), (place) => (place === 0 ? 0.5 : 1))
  const result = sessionResult(session, before, day(3))
  assert.deepEqual([result.questions, result.right, result.longer], [2, 1, []])
})

test('what comes back is grouped by tomorrow, a week and later, each day in one group and none empty', () => {
  const groupsOf = (...days: readonly number[]) => returns({
    questions: 0, right: 0, longer: [], coming: days.map((inDays) => ({ question: 'q', lesson: 'l', inDays })),
  }).map(({ when, questions }) => [when, questions])
  assert.deepEqual(groupsOf(1, 2, 7, 8, 366), [['tomorrow', 1], ['week', 2], ['later', 2]])
  assert.deepEqual(groupsOf(7), [['week', 1]])
})

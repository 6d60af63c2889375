import type { Locator, Page } from '@playwright/test'
import type { CourseOutline, OutlineLesson } from '../../src/core/course/outline.ts'
import type { Question } from '../../src/core/quiz/question.ts'
import type { Answered, RecordEvent } from '../../src/core/record/event.ts'
import type { IndexedQuestion, PackedIndex } from '../../src/core/review/question-index.ts'
import { plainText } from '../../src/core/course/rich.ts'
import { unpackIndex } from '../../src/core/review/question-index.ts'
import { expect, test } from './fixtures.ts'
import { bringIn, fileOf, lessonsOf, outlineOf } from './record-file.ts'

/** What the progress page says about learning, and what can be put right there. */

const DAY_MS = 86_400_000
/** A Monday, nine in the morning. */
const START = Date.UTC(2026, 0, 5, 9)
const day = (days: number) => START + days * DAY_MS

type Single = Extract<Question, { type: 'single' }>

const bankOf = async (page: Page, lesson: string): Promise<readonly Question[]> =>
  (await page.request.get(`lessons/${lesson}/questions.json`)).json() as Promise<readonly Question[]>

const indexOf = async (page: Page): Promise<readonly IndexedQuestion[]> =>
  unpackIndex(await (await page.request.get('question-index.json')).json() as PackedIndex)

const answerOf = (question: string, lesson: string, at: number, fields: Partial<Answered> = {}): RecordEvent => ({
  id: `laptop:${question}-${at}`, v: 1, at, type: 'answered', question, lesson, revision: 1, context: 'lesson', attempt: 0,
  response: { type: 'single', option: 'a' }, score: 1, hints: 0, misconceptions: [], ...fields,
})

/** The first lesson with two single-choice questions that its page shows and that nothing stands in for. */
const singles = async (page: Page, outline: CourseOutline): Promise<{ lesson: OutlineLesson; questions: [Single, Single] }> => {
  for (const lesson of lessonsOf(outline)) {
    const bank = await bankOf(page, lesson.id)
    const alone = ({ id }: Question) => !bank.some(({ siblingOf }) => siblingOf === id)
    const [first, second] = bank.filter((question): question is Single => question.type === 'single' && lesson.questions.includes(question.id) && alone(question))
    if (first && second) return { lesson, questions: [first, second] }
  }
  throw new Error('the course needs a lesson with two single-choice questions without siblings')
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const promptOf = ({ prompt }: Question) => prompt.map(plainText).join(' ')
const rowOf = (page: Page, question: Question) => region(page, 'To look at again').getByRole('listitem').filter({ hasText: promptOf(question) })

/** Chooses an option of the open question with the keyboard and checks it. */
const answer = async (row: Locator, { options }: Single, correct: boolean) => {
  const option = options.find((one) => one.correct === correct)
  await row.getByRole('radio', { name: plainText(option?.text ?? []), exact: true }).press('Space')
  await row.getByRole('button', { name: 'Check', exact: true }).press('Enter')
}

test('a new learner sees nothing to be measured by', async ({ page }) => {
  await page.goto('progress/')
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
  await expect(region(page, 'Your record')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Your notes', 'Your record'])
})

test('an objective fills from learning over 7 to 30 days as time passes, and lapses when it is missed', async ({ page }) => {
  const outline = await outlineOf(page)
  const [lesson] = lessonsOf(outline)
  const objective = lesson.objectives[0]
  const own = (await indexOf(page)).filter((question) => question.objective === objective?.id)
  const answers = [0, 8, 31, 40].flatMap((at) => own.map(({ id }) => answerOf(id, lesson.id, day(at), { score: at === 40 ? 0 : 1, context: 'review' })))
  const line = region(page, 'What you hold').locator('.lesson-standing').filter({ hasText: lesson.title })
  const others = lesson.objectives.slice(1).map(() => ', new').join('')
  await page.clock.setFixedTime(day(1))
  await page.goto('progress/')
  await bringIn(page, fileOf(answers, outline.id))
  for (const [at, state, held] of [[1, 'learning', 0], [9, 'held 7 days', own.length], [32, 'held 30 days', own.length], [41, 'lapsed', 0]] as const) {
    await page.clock.setFixedTime(day(at))
    await page.reload()
    await expect(line.getByRole('img', { name: `${state}${others}`, exact: true })).toBeVisible()
    await line.locator('summary').press('Enter')
    await expect(line.getByRole('listitem').filter({ hasText: objective?.text })).toContainText(`${state}, ${held} of ${own.length} questions held`)
    await expect(page.getByText(`You hold ${held ? 1 : 0} of`)).toBeVisible()
    await expect(region(page, 'What you hold').getByRole('img', { name: new RegExp(`^The whole course: .*1 ${state}`) })).toBeVisible()
  }
  await expect(line.getByRole('link', { name: `Open the lesson: ${lesson.title}` })).toHaveAttribute('href', new RegExp(`/lessons/${lesson.id}/$`))
})

test('missed questions are redone in place with the keyboard: wrong once more, then right, on to the next, and gone after a reload', async ({ page }) => {
  const outline = await outlineOf(page)
  const { lesson, questions: [first, second] } = await singles(page, outline)
  await page.goto('progress/')
  await bringIn(page, fileOf([first, second].map(({ id }) => answerOf(id, lesson.id, day(0), { score: 0 })), outline.id))
  const group = region(page, 'To look at again').locator('details')
  await group.locator('summary').press('Enter')
  await rowOf(page, first).getByRole('button', { name: 'Redo', exact: true }).press('Enter')
  await expect(rowOf(page, first).locator('.loaded-question')).toBeFocused()

  await answer(rowOf(page, first), first, false)
  await expect(rowOf(page, first)).toContainText('missed twice')
  await rowOf(page, first).getByRole('button', { name: 'Try again' }).press('Enter')
  await answer(rowOf(page, first), first, true)
  await expect(rowOf(page, first).getByText('Put right')).toBeVisible()
  await expect(rowOf(page, first).getByText('Saved on this device')).toBeVisible()
  await expect(group.locator('summary')).toContainText('1 question, 1 put right')

  const onward = rowOf(page, first).getByRole('button', { name: 'Next question' })
  await expect(onward).toBeFocused()
  await onward.press('Enter')
  await expect(rowOf(page, second).locator('.loaded-question')).toBeFocused()
  await answer(rowOf(page, second), second, true)
  await expect(rowOf(page, second).getByText('Put right')).toBeVisible()
  await rowOf(page, second).getByRole('button', { name: 'Close' }).press('Enter')
  await expect(rowOf(page, second).getByRole('button', { name: 'Redo', exact: true })).toBeFocused()
  await expect(rowOf(page, second).locator('.loaded-question')).toHaveCount(0)

  await page.reload()
  await expect(page.getByText('None: every last answer was right.')).toBeVisible()
})

test('a question that its lesson does not show can be redone too, once it was missed in a review', async ({ page }) => {
  const outline = await outlineOf(page)
  const shown = new Set(lessonsOf(outline).flatMap(({ questions }) => questions))
  const index = await indexOf(page)
  const banks = await Promise.all(lessonsOf(outline).map((one) => bankOf(page, one.id)))
  const question = banks.flat().find((one) => !shown.has(one.id) && index.some(({ id }) => id === one.id) && !promptOf(one).includes('{'))
  if (!question) throw new Error('the course needs a question that its lesson does not show')
  const { id, lesson } = question
  await page.goto('progress/')
  await bringIn(page, fileOf([answerOf(id, lesson, day(0), { score: 0, context: 'review' })], outline.id))
  await region(page, 'To look at again').locator('summary').click()
  await expect(rowOf(page, question).getByRole('link')).toHaveCount(0)
  await rowOf(page, question).getByRole('button', { name: 'Redo', exact: true }).click()
  await expect(rowOf(page, question).getByRole('group').first()).toBeVisible()
})

test('a question with numbers of its own is listed with numbers, not with the names of what varies', async ({ page }) => {
  const outline = await outlineOf(page)
  const banks = await Promise.all(lessonsOf(outline).map(({ id }) => bankOf(page, id)))
  const question = banks.flat().find((one) => one.role === 'practice' && !one.siblingOf && promptOf(one).includes('{'))
  if (!question) throw new Error('the course needs a question with numbers that vary')
  await page.goto('progress/')
  await bringIn(page, fileOf([answerOf(question.id, question.lesson, day(0), { score: 0 })], outline.id))
  await region(page, 'To look at again').locator('summary').click()
  await expect(region(page, 'To look at again').getByRole('listitem')).toContainText(promptOf(question).split('{')[0]?.trim() ?? '')
  await expect(region(page, 'To look at again')).not.toContainText('{')
})

test('a belief that an answer chose leads to the paragraph that answers it, and is put right with the question', async ({ page }) => {
  const outline = await outlineOf(page)
  const beliefs = (await (await page.request.get('misconceptions.json')).json()) as { id: string; belief: string; view: string; why: string; trap?: string }[]
  const found = await (async () => {
    for (const lesson of lessonsOf(outline)) {
      for (const question of await bankOf(page, lesson.id)) {
        const bank = await bankOf(page, lesson.id)
        if (question.type !== 'single' || question.role !== 'practice' || question.siblingOf || bank.some(({ siblingOf }) => siblingOf === question.id)) continue
        const belief = beliefs.find(({ id, trap }) => trap && question.options.some(({ misconception }) => misconception === id))
        if (belief) return { lesson, question, belief }
      }
    }
    throw new Error('the course needs a question with a misconception that a trap answers')
  })()
  const { lesson, question, belief } = found
  await page.goto('progress/')
  await bringIn(page, fileOf([answerOf(question.id, lesson.id, day(0), { score: 0, misconceptions: [belief.id] })], outline.id))
  const item = region(page, 'Beliefs that keep coming back').getByRole('listitem').filter({ hasText: belief.belief })
  await expect(item).toContainText(belief.view)
  await expect(item).toContainText(belief.why)
  await expect(item).toContainText('chosen once, last on 5 January 2026')

  await region(page, 'To look at again').locator('summary').click()
  await rowOf(page, question).getByRole('button', { name: 'Redo', exact: true }).click()
  await answer(rowOf(page, question), question, true)
  await page.getByText('1 belief put right').click()
  await expect(item.getByText('Not chosen again since')).toBeVisible()
  await item.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/lessons/${belief.trap ?? ''}/#trap-${belief.id}$`))
  await expect(page.locator(`#trap-${belief.id}`)).toBeInViewport()
})

test('few answers are counted, not turned into a percentage', async ({ page }) => {
  const outline = await outlineOf(page)
  const [lesson] = lessonsOf(outline)
  const certain = lesson.questions.slice(0, 3).map((id, n) => answerOf(id, lesson.id, day(0) + n, { confidence: 'certain', score: n % 2 }))
  await page.goto('progress/')
  await bringIn(page, fileOf(certain, outline.id))
  const band = region(page, 'How sure, how right')
  await expect(band).toContainText('1 of 3 answers right: too few to say')
  await expect(band).not.toContainText('%')
})

test.describe('week by week', () => {
  test.use({ timezoneId: 'Europe/Berlin' })

  test('one week is a sentence; from the second on there is a picture, with the same numbers as a table', async ({ page }) => {
    const outline = await outlineOf(page)
    const [lesson] = lessonsOf(outline)
    const [one = '', two = ''] = lesson.questions
    const band = region(page, 'Week by week')
    const weekOne = [answerOf(one, lesson.id, day(0)), answerOf(two, lesson.id, day(0) + 1, { score: 0 }), answerOf(two, lesson.id, day(0) + 2, { context: 'again' })]
    await page.clock.setFixedTime(day(3))
    await page.goto('progress/')
    await bringIn(page, fileOf(weekOne, outline.id))
    await expect(band).toContainText('This week: 3 answers, 1 right at the first try; 0 questions held')
    await expect(band.getByRole('img')).toHaveCount(0)

    await page.clock.setFixedTime(day(16))
    await page.reload()
    // Sunday, half past eleven in the evening in Berlin: still the first week.
    const later = [answerOf(two, lesson.id, Date.UTC(2026, 0, 11, 22, 30)), answerOf(one, lesson.id, day(14))]
    await bringIn(page, fileOf(later, outline.id))
    await expect(band.getByRole('img', { name: 'Answers in 3 weeks, from 0 to 4 a week. This week 1, 1 of them right at the first try.' })).toBeVisible()
    await expect(band.getByRole('img', { name: 'Questions held 7 days or longer at the end of each week: 0, 0, 1.' })).toBeVisible()
    await band.getByText('The numbers as a table').press('Enter')
    await expect(band.getByRole('row')).toHaveText(['Week ofAnswersRight at the first tryHeld 7 days or longer', '5 January420', '12 January000', '19 January111'])
  })
})

test.describe('without the service worker, which would answer for the network', () => {
  test.use({ serviceWorkers: 'block' })

  test('without the list of questions the page says so, and the record is still there to be saved', async ({ page, problems }) => {
    const outline = await outlineOf(page)
    const [lesson] = lessonsOf(outline)
    await page.route('**/question-index.json', (route) => route.abort())
    await page.goto('progress/')
    await bringIn(page, fileOf([answerOf(lesson.questions[0] ?? '', lesson.id, day(0))], outline.id))
    await expect(page.getByText('The list of questions could not be loaded')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Save the file' })).toBeVisible()
    expect(problems.join()).toContain('question-index.json')
    problems.splice(0, problems.length, ...problems.filter((problem) => !/net::ERR_FAILED|Service Worker registration blocked/.test(problem)))
  })
})

test('a module’s page marks what has been read, and its button leads to where the learner is, then to the check', async ({ page }) => {
  const outline = await outlineOf(page)
  const module = outline.modules.find(({ lessons }) => lessons.length > 2)
  const [first, second, ...rest] = module?.lessons ?? []
  if (!module || !first || !second) throw new Error('the course needs a module with three lessons')
  const read = (lesson: OutlineLesson, at: number): RecordEvent => ({ id: `laptop:read-${lesson.id}`, v: 1, at: day(at), type: 'lesson-completed', lesson: lesson.id })
  const main = page.getByRole('main')
  await page.goto(`modules/${module.id}/`)
  await expect(main.getByRole('link', { name: `Start with: ${first.title}` })).toBeVisible()
  await page.goto('progress/')
  await bringIn(page, fileOf([read(first, 0), answerOf(second.questions[0] ?? '', second.id, day(1))], outline.id))
  await page.goto(`modules/${module.id}/`)
  await expect(main.getByRole('link', { name: `Continue: ${second.title}` })).toHaveAttribute('href', new RegExp(`/lessons/${second.id}/$`))
  const row = (lesson: OutlineLesson) => region(page, 'Lessons').getByRole('listitem').filter({ has: page.getByRole('link', { name: lesson.title, exact: true }) })
  await expect(row(first)).toContainText('Read')
  await expect(row(second)).toContainText('Begun')
  await page.goto('progress/')
  await bringIn(page, fileOf([second, ...rest].map((lesson) => read(lesson, 2)), outline.id))
  await page.goto(`modules/${module.id}/`)
  await main.getByRole('link', { name: 'Check the module' }).first().click()
  await expect(page.getByRole('button', { name: 'Begin the check' })).toBeVisible()
})

test('a module’s page says how many of its objectives are held', async ({ page }) => {
  const outline = await outlineOf(page)
  const module = outline.modules.find(({ lessons }) => lessons.length > 0)
  const objective = module?.lessons[0]?.objectives[0]?.id
  const own = (await indexOf(page)).filter((question) => question.objective === objective)
  await page.goto('progress/')
  await bringIn(page, fileOf([0, 8].flatMap((at) => own.map(({ id, lesson }) => answerOf(id, lesson, day(at)))), outline.id))
  await page.goto(`modules/${module?.id ?? ''}/`)
  await expect(page.getByText(`1 of ${module?.lessons.flatMap(({ objectives }) => objectives).length ?? 0} objectives held`)).toBeVisible()
})

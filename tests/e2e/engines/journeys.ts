import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, describe, test } from 'node:test'
import type { CourseOutline } from '../../../src/core/course/outline.ts'
import type { RecordEvent } from '../../../src/core/record/event.ts'
import { decodeBackup } from '../../../src/core/record/backup.ts'
import type { OfflineSite } from '../offline-site.ts'
import { pageKinds } from '../pages.ts'
import { answersTo, fileOf, longLessonOf } from '../record-file.ts'
import type { Browser, Engine } from './engine.ts'
import { createPage, eventually, type Page } from './page.ts'
import { alive, answer, questionsOf, textOf } from './question.ts'
import { createWatchedSite, problemsHere, removeWatched } from './watched-site.ts'

/** What must hold in every engine, tried in one. */

const LESSON = 'error-budget-arithmetic'
const LESSON_TITLE = 'Error-budget arithmetic'
const LESSONS = [LESSON, 'golden-paths', 'three-words-one-goal']
const UNREAD = 'devops-engineer-title'

export const journeys = (engine: Engine) => {
  let browser: Browser
  let site: OfflineSite
  let pages: Page[] = []
  let browsers: Browser[] = []
  const folder = mkdtempSync(join(tmpdir(), 'engines-'))

  const start = async (options?: Parameters<Engine['start']>[0]): Promise<Browser> => {
    const started = await engine.start(options)
    browsers.push(started)
    return started
  }
  const openPage = async (url = site.url, from = browser): Promise<Page> => {
    const page = createPage(await from.openTab(), url)
    pages.push(page)
    return page
  }
  const outlineOf = async () => (await (await fetch(`${site.url}outline.json`)).json()) as CourseOutline
  const copyOf = (events: readonly RecordEvent[], course: string): string => {
    const path = join(folder, 'record.json')
    writeFileSync(path, fileOf(events, course).buffer)
    return path
  }
  const chooseCopy = async (page: Page, events: readonly RecordEvent[]) => {
    await page.open('progress/')
    await page.see('Nothing is recorded yet')
    await page.choose('input[type=file]', copyOf(events, (await outlineOf()).id))
  }
  const bringIn = async (page: Page, events: readonly RecordEvent[]) => {
    await chooseCopy(page, events)
    await page.click({ role: 'button', name: 'Add them' })
    await page.see('been added.')
  }
  const openKept = async (page: Page, path: string) => {
    await page.open(path)
    await page.find({ role: 'link', name: 'Kept offline' })
  }
  /** Answers the first question of the lesson and waits for the tick. */
  const answerFirst = async (page: Page, n = 0): Promise<string> => {
    const { data } = (await questionsOf(site.url, LESSON))[n]!
    const question = `#q-${data.id}`
    await page.open(`lessons/${LESSON}/`)
    await answer(page, question)
    await page.see('Saved on this device', question)
    return question
  }
  const isAnswered = async (page: Page, question: string) => {
    await page.open(`lessons/${LESSON}/`)
    await alive(page, question)
    await page.find({ role: 'button', name: 'Try again', within: question })
  }
  /** Answers to the first single-choice questions of the lesson, five days ago, so that they are due. */
  const dueAnswers = async (count: number) => {
    const found = (await questionsOf(site.url, LESSON)).filter(({ data }) => data.type === 'single').slice(0, count)
    const at = Date.now() - 5 * 86_400_000
    return found.map(({ data }, n): RecordEvent => ({
      id: `laptop:due-${n}`, v: 1, at: at + n * 1000, type: 'answered', question: data.id, lesson: LESSON, revision: data.revision, context: 'lesson',
      attempt: 0, response: { type: 'single', option: 'a' }, score: 1, hints: 0, misconceptions: [],
    }))
  }
  /** Takes a review of `count` questions to its end, whatever the answers. */
  const review = async (page: Page, count: number) => {
    await page.open('review/')
    await page.see(`Question 1 of ${count}`)
    for (;;) {
      await answer(page, 'fieldset.q')
      const next = await textOf(page, 'fieldset.q.is-graded .q-foot button, .review button.button--main')
      if (/See how it went/.test(next)) break
      const before = await page.run(() => document.querySelector('fieldset.q')?.id)
      await page.click({ role: 'button', name: 'Next question' })
      await page.until('another question is asked', (id) => document.querySelector('fieldset.q:not(.is-graded)') !== null && (document.querySelector('fieldset.q')?.id !== id), before)
    }
    await page.click({ role: 'button', name: 'See how it went' })
    await page.find({ role: 'heading', name: 'That is it for today' })
  }

  describe(engine.name, () => {
    after(async () => {
      await removeWatched()
      rmSync(folder, { recursive: true })
    })
    beforeEach(async () => {
      pages = []
      browsers = []
      ;[site, browser] = await Promise.all([createWatchedSite(), start()])
    })
    afterEach(async () => {
      // A browser that was killed has nothing to say any more.
      const problems = (await Promise.all(pages.map((page) => page.run(problemsHere).catch(() => [])))).flat()
      await Promise.all([...browsers.map((one) => one.close()), site.remove()])
      assert.deepEqual(problems, [])
    })

    test('no kind of page breaks its policy, complains or is wider than the screen, and every part of it comes to life', async () => {
      for (const width of [320, 1280]) {
        const page = await openPage()
        // Once, before anything is opened: Firefox fails now and then to give another size to a page that it is about to leave.
        await page.resize(width, 900)
        for (const { name, path } of pageKinds) {
          await page.open(path)
          await page.until(`${name} is alive`, () => {
            const waiting = [...document.querySelectorAll('astro-island[ssr]')].find((island) => island.checkVisibility())
            waiting?.scrollIntoView({ behavior: 'instant' })
            return waiting === undefined
          })
          assert.equal(await page.run(() => Math.max(0, document.documentElement.scrollWidth - innerWidth)), 0, `${name} at ${width} pixels`)
        }
      }
    })

    test('every type of question can be answered, says how it went, and still says so after a reload', async () => {
      const all = (await Promise.all(LESSONS.map((lesson) => questionsOf(site.url, lesson)))).flat()
      const types = new Map(all.map((placed) => [placed.data.type, placed]))
      assert.equal(types.size, 6)
      const page = await openPage()
      for (const { lesson, data } of types.values()) {
        const question = `#q-${data.id}`
        await page.open(`lessons/${lesson}/`)
        await answer(page, question)
        await page.see('Saved on this device', question)
        await page.reload()
        await alive(page, question)
        await page.click({ role: 'button', name: 'Show reasons', within: question })
        await page.find({ role: 'button', name: 'Hide reasons', within: question })
      }
    })

    test('two tabs that answer end with both answers, and a third shows them as they come', async () => {
      const [standing, one, two] = [await openPage(), await openPage(), await openPage()]
      await standing.open('progress/')
      await standing.see('Nothing is recorded yet')
      const first = await answerFirst(one)
      await standing.see('You have answered 1 of')
      const second = await answerFirst(two, 1)
      await standing.see('You have answered 2 of')
      for (const question of [first, second]) await isAnswered(one, question)
    })

    test('an answer that was ticked is there when its tab is closed at once', async () => {
      const page = await openPage()
      const question = await answerFirst(page)
      await page.close()
      await isAnswered(await openPage(), question)
    })

    if (engine.keepsProfile) {
      test('an answer that was ticked is there when the browser is killed at once', async () => {
        const profile = mkdtempSync(join(folder, 'profile-'))
        const killed = await start({ profile })
        const question = await answerFirst(await openPage(site.url, killed))
        await killed.kill()
        await isAnswered(await openPage(site.url, await start({ profile })), question)
      })
    }

    test('what was written and tapped before Check is there after a reload', async () => {
      const { data } = (await questionsOf(site.url, LESSON)).find(({ data: { type } }) => type === 'number')!
      const question = `#q-${data.id}`
      const page = await openPage()
      await page.open(`lessons/${LESSON}/`)
      await alive(page, question)
      await page.click({ role: 'textbox', within: question })
      await page.type('12.')
      await page.click({ role: 'radio', name: 'Fairly', within: question })
      await page.reload()
      await alive(page, question)
      await page.until('what was written is there', (css) =>
        document.querySelector<HTMLInputElement>(`${css} .field input`)?.value === '12.' && document.querySelector(`${css} .confidence :checked`)?.parentElement?.textContent === 'Fairly', question)
    })

    test('what was answered days ago is asked again, to the end of the session', async () => {
      const page = await openPage()
      await bringIn(page, await dueAnswers(2))
      await page.open('')
      await page.find({ role: 'link', name: 'Review 2 due' })
      await review(page, 2)
      await page.reload()
      await page.see('Nothing is due today.')
    })

    test('a copy shows what it would add before it does, and adds nothing twice', async () => {
      const lesson = longLessonOf(await outlineOf())
      const events = [...answersTo(lesson, 'laptop'), ...answersTo(lesson, 'tablet')]
      const page = await openPage()
      await chooseCopy(page, events)
      await page.see(`Adds ${events.length} entries, ${events.length} answers among them, from 2 devices. Removes none.`)
      await page.see('Nothing is recorded yet')
      await page.click({ role: 'button', name: 'Add them' })
      await page.see(`You have answered ${lesson.questions.length} of`)
      await page.choose('input[type=file]', copyOf(events, (await outlineOf()).id))
      await page.see('There is nothing to add')
    })

    test('a copy goes out as a file that holds the whole record', async () => {
      const { id } = await outlineOf()
      const events = await dueAnswers(3)
      const page = await openPage()
      await bringIn(page, events)
      await page.click({ role: 'button', name: 'Save the file' })
      const saved = await eventually(async () => {
        const [name] = readdirSync(browser.downloads).filter((file) => file.endsWith('.json'))
        const read = name !== undefined && decodeBackup(readFileSync(join(browser.downloads, name), 'utf8'), id)
        return read && read.ok && read.value
      }, () => 'no whole copy was saved')
      assert.deepEqual(saved, events)
    })

    test('a link carries the record to another device, which shows what it would add', async () => {
      const lesson = longLessonOf(await outlineOf())
      const events = answersTo(lesson, 'laptop')
      const page = await openPage()
      await bringIn(page, events)
      await page.click({ role: 'button', name: 'Make a link' })
      const link = await page.run(async () => {
        const made = () => [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).find((value) => value.includes('#record='))
        while (!made()) await new Promise((done) => setTimeout(done, 20))
        return made() ?? ''
      })
      // By another name the same machine is another origin: nothing is stored there yet.
      const phone = await openPage(site.url.replace('127.0.0.1', 'localhost'))
      await phone.open(`progress/${new URL(link).hash}`)
      await phone.see(`Adds ${events.length} entries, ${events.length} answers among them, from 1 device. Removes none.`)
      await phone.click({ role: 'button', name: 'Add them' })
      await phone.see(`You have answered ${lesson.questions.length} of`)
      await phone.until('the record has left the address', () => location.hash === '')
    })

    test('search finds in titles and in the text, in the dialog and on its page', async () => {
      const page = await openPage()
      await page.open('')
      await page.find({ role: 'link', name: /^Search/ })
      await page.press('/')
      await page.until('the dialog is open', () => document.querySelector('dialog.search[open]')?.contains(document.activeElement) ?? false)
      await page.type('error budget')
      await page.find({ role: 'link', name: /Error-budget arithmetic/, within: 'dialog.search' })
      await page.see('In the text', 'dialog.search')
      await page.press('Escape')
      await page.until('the dialog is closed', () => document.querySelector('dialog.search[open]') === null)
      await page.open('search/?q=burn+rate')
      await page.see('In the text', 'main')
      await page.click({ role: 'link', name: /burn/i, within: 'main .results' })
      await page.until('the result is open', () => !location.pathname.startsWith('/search/'))
    })

    test('search that failed without a network finds again when it is back', async () => {
      const page = await openPage()
      await openKept(page, '')
      await site.stop()
      await page.press('/')
      await page.until('the dialog is open', () => document.querySelector('dialog.search[open]')?.contains(document.activeElement) ?? false)
      await page.type('checkou')
      await page.see('Search is unavailable for the full text', 'dialog.search')
      await site.start()
      await page.type('t')
      await page.see('In the text', 'dialog.search')
    })

    test('the theme that was chosen stays', async () => {
      const page = await openPage()
      await page.open('')
      const ground = () => getComputedStyle(document.documentElement).backgroundColor
      const before = await page.run(ground)
      await page.click({ role: 'button', name: /^Theme/ })
      await page.click({ role: 'button', name: 'Theme: light' })
      await page.reload()
      await page.find({ role: 'button', name: 'Theme: dark' })
      assert.notEqual(await page.run(ground), before)
    })

    test('a sitting asks one question after the other and gives a result', async () => {
      const page = await openPage()
      await page.open('modules/fitting-together/pretest/')
      await page.click({ role: 'button', name: 'Begin the pretest' })
      await alive(page, '.sitting-run fieldset.q')
      const total = Number(/of (\d+)/.exec(await textOf(page, '.sitting-run .q-line'))?.[1])
      for (let n = 1; n <= total; n++) {
        await page.see(`Question ${n} of ${total}`)
        await answer(page, '.sitting-run fieldset.q:not(.is-graded)')
        await page.click({ role: 'button', name: n === total ? 'See what to read' : 'Next question' })
      }
      await page.find({ role: 'heading', name: 'Your result' })
    })

    test('with the server stopped a lesson that was read opens whole, takes an answer, and is reviewed; one that was not says so', async () => {
      const page = await openPage()
      await bringIn(page, await dueAnswers(2))
      await openKept(page, `lessons/${LESSON}/`)
      const { data } = (await questionsOf(site.url, LESSON)).find(({ data: { type } }) => type !== 'single')!
      await site.stop()
      await page.open(`lessons/${LESSON}/`)
      await page.find({ role: 'heading', name: LESSON_TITLE })
      assert.equal(await page.run(() => [...document.querySelectorAll<HTMLImageElement>('main img')].filter((image) => image.complete && !image.naturalWidth).length), 0)
      await answer(page, `#q-${data.id}`)
      await page.see('Saved on this device', `#q-${data.id}`)
      await review(page, 2)
      await page.open('search/?q=budget')
      await page.find({ role: 'link', name: /Error-budget arithmetic/, within: 'main' })
      await page.open(`lessons/${UNREAD}/`)
      await page.find({ role: 'heading', name: 'You are offline, and this page is not kept on this device' })
    })

    test('a lesson bears being made narrower and wider', async () => {
      const page = await openPage()
      await page.open(`lessons/${LESSON}/`)
      for (const width of [1280, 360, 1280, 900, 600, 1280]) {
        await page.resize(width, 900)
        await page.until('it is drawn', () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))
      }
      await page.find({ role: 'heading', name: LESSON_TITLE })
    })

    test('when nothing can be kept the page says so, and questions work all the same', async () => {
      if (!engine.forbidsStorage) {
        await site.remove()
        site = await createWatchedSite({ storage: false })
      }
      const page = await openPage(site.url, engine.forbidsStorage ? await start({ storage: false }) : browser)
      const [placed] = await questionsOf(site.url, LESSON)
      const question = `#q-${placed!.data.id}`
      await page.open(`lessons/${LESSON}/`)
      await page.see('This browser does not let the site store anything')
      await answer(page, question)
      await page.find({ role: 'button', name: 'Try again', within: question })
    })
  })
}

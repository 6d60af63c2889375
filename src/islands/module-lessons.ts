/**
 * Marks in a module's list what has been read, and lets the button above lead to where the learner is in it, or to the check when all is
 * read. Plain DOM, as beside a lesson: a framework would weigh more than the page.
 */
import { addresses } from '../core/course/address.ts'
import { goOnAt } from '../core/record/go-on.ts'
import { lessonStates, UNTOUCHED } from '../core/record/lesson-states.ts'
import { moduleLessons as texts } from '../messages/module-lessons.ts'
import { sittingLineTexts } from '../messages/sitting-line.ts'
import { base, record } from '../stores/app.ts'

const items = [...document.querySelectorAll<HTMLElement>('.lesson-list [data-lesson]')]
const button = document.querySelector<HTMLAnchorElement>('[data-go-on]')
const to = addresses(base)

record.$state.subscribe(({ status, events }) => {
  if (status === 'loading') return
  const states = lessonStates(events)
  const standings = items.map((item) => states.get(item.dataset['lesson'] ?? '') ?? UNTOUCHED)
  for (const [index, item] of items.entries()) {
    const state = standings[index]?.state ?? 'new'
    item.dataset['state'] = state
    const words = item.querySelector('.state')
    if (words) words.textContent = texts.states[state]
  }
  if (!button || standings.every(({ state }) => state === 'new')) return
  const at = goOnAt(standings)
  const item = at === undefined ? undefined : items[at]
  button.href = item ? to.lesson(item.dataset['lesson'] ?? '') : to.moduleCheck(button.dataset['goOn'] ?? '')
  button.textContent = item ? texts.continue(item.querySelector('h3')?.textContent ?? '') : sittingLineTexts.toCheck
})

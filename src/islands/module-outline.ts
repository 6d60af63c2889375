/**
 * Draws what has been read into the outline that the page already shows. Plain DOM: it loads by itself on every lesson, and a
 * framework for a dozen classes would weigh more than all the rest.
 */
import { moduleProgress } from '../core/record/progress.ts'
import { outline } from '../messages/outline.ts'
import { record } from '../stores/app.ts'

const CLASSES = { new: '', begun: 'is-part', read: 'is-done' } as const

const root = document.querySelector('[data-outline]')
const items = new Map([...(root?.querySelectorAll<HTMLElement>('[data-lesson]') ?? [])].map((item) => [item.dataset['lesson'] ?? '', item]))
const lessons = [...items].map(([id, item]) => ({ id, minutes: Number(item.dataset['minutes']), questions: [] }))
const bar = root?.querySelector('progress')
const words = root?.querySelector('.sum span')

record.$state.subscribe(({ status, events }) => {
  if (status === 'loading') return
  const { lessonProgress, read, minutesToGo } = moduleProgress({ id: '', lessons }, events)
  for (const { id, state } of lessonProgress) {
    const item = items.get(id)
    if (!item) continue
    item.className = CLASSES[state]
    const hidden = item.querySelector('.visually-hidden')
    if (hidden) hidden.textContent = outline.states[state]
  }
  if (bar) {
    bar.value = read
    bar.setAttribute('aria-label', outline.bar(read, lessons.length))
  }
  if (words) words.textContent = outline.sum(read, lessons.length, minutesToGo)
})

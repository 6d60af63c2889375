/**
 * Draws what has been read into the outline that the page already shows. Plain DOM: it loads by itself on every lesson, and a
 * framework for a dozen classes would weigh more than all the rest.
 */
import { lessonStates, readingOf } from '../core/record/lesson-states.ts'
import { duration } from '../messages/words.ts'
import { outline } from '../messages/outline.ts'
import { record } from '../stores/app.ts'

const CLASSES = { new: '', begun: 'is-part', 'review-only': 'is-aside', read: 'is-done' } as const

const root = document.querySelector('[data-outline]')
const items = new Map([...(root?.querySelectorAll<HTMLElement>('[data-lesson]') ?? [])].map((item) => [item.dataset['lesson'] ?? '', item]))
const bar = root?.querySelector('progress')
const words = root?.querySelector('.sum span')

record.$state.subscribe(({ status, events }) => {
  if (status === 'loading') return
  const states = lessonStates(events)
  const lessons = [...items].map(([id, item]) => {
    const state = states.get(id)?.state ?? 'new'
    const minutes = Number(item.dataset['minutes'])
    const [hidden, time] = item.querySelectorAll('.visually-hidden, .t')
    item.className = CLASSES[state]
    if (hidden) hidden.textContent = outline.states[state]
    if (time) time.textContent = state === 'review-only' ? outline.reviewOnly : duration(minutes)
    return { state, minutes }
  })
  const reading = readingOf(lessons)
  if (bar) {
    bar.value = reading.read
    bar.setAttribute('aria-label', outline.bar(reading))
  }
  if (words) words.textContent = outline.sum(reading)
})

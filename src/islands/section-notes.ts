/**
 * A button beside each section's heading that opens the learner's note on it. Plain DOM: it loads by itself on every lesson; the
 * editor is fetched when somebody writes. The heading keeps its place, and its name stays its own.
 */
import { noteAt } from '../core/record/notes.ts'
import { noteButton as texts } from '../messages/note-button.ts'
import { record } from '../stores/app.ts'

const lesson = document.querySelector<HTMLElement>('[data-lesson-body]')?.dataset['lessonBody'] ?? ''

const buttons = [...document.querySelectorAll<HTMLElement>('.prose > h2[id]:not(.end-questions)')].map((heading) => {
  const title = heading.textContent
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'note-button' })
  button.setAttribute('aria-expanded', 'false')
  button.addEventListener('click', () => void import('./note-editor.tsx').then(({ toggleNote }) => toggleNote(button, { lesson, section: heading.id, heading: title })))
  heading.after(button)
  return { button, title, section: heading.id }
})

record.$state.subscribe(({ events }) => {
  for (const { button, title, section } of buttons) {
    const words = noteAt(events, lesson, section) ? texts.has : texts.add
    button.textContent = words
    button.setAttribute('aria-label', texts.on(words, title))
  }
})

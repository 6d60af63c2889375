import { useRef, useState } from 'preact/hooks'
import type { CourseOutline } from '../../core/course/outline.ts'
import { addresses } from '../../core/course/address.ts'
import { placementTexts as texts } from '../../messages/sittings.ts'
import { record } from '../../stores/app.ts'
import { Band } from './band.tsx'

interface Props {
  readonly base: string
  readonly course: CourseOutline
  /** The lessons that are set aside, with the events that did it. */
  readonly placed: ReadonlyMap<string, readonly string[]>
}

/** What has been set aside as known, with the way back. Once the last is taken back it stays to say so, and to keep the focus. */
export const PlacedList = ({ base, course, placed }: Props) => {
  const [said, setSaid] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  const lessons = course.modules.flatMap((module) => module.lessons)
  const inOrder = [...placed.keys()].toSorted((a, b) => lessons.findIndex(({ id }) => id === a) - lessons.findIndex(({ id }) => id === b))
  const undo = (lesson: string, name: string) => {
    for (const event of placed.get(lesson) ?? []) void record.append({ type: 'undone', event })
    setSaid(texts.undone(name))
    title.current?.focus()
  }
  if (placed.size === 0 && !said) return null
  return (
    <Band id="aside" title={texts.aside} intro={texts.asideLine} heading={title}>
      <p role="status">{said} {said && placed.size === 0 && texts.asideNone}</p>
      <ul class="plain-list">
        {inOrder.map((id) => {
          const name = lessons.find((lesson) => lesson.id === id)?.title ?? id
          return (
            <li key={id}>
              <a href={addresses(base).lesson(id)}>{name}</a>
              <button class="button" type="button" aria-label={texts.undoName(name)} onClick={() => undo(id, name)}>{texts.undo}</button>
            </li>
          )
        })}
      </ul>
    </Band>
  )
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { plainText } from '../core/course/rich.ts'
import { orderTexts as texts } from '../messages/order.ts'
import { Icon } from './parts/icon.tsx'
import { marksFor } from './parts/marks-for.ts'
import { QuestionFrame } from './parts/question-frame.tsx'
import { RichText } from './parts/rich-text.tsx'
import { useAttempt, type QuestionProps } from './parts/use-attempt.ts'

/** `items` with the one at `from` moved by `by` places; unchanged at the ends. */
const moved = (items: readonly string[], from: number, by: number): readonly string[] => {
  const rest = items.filter((_, at) => at !== from)
  return [...rest.slice(0, from + by), ...items.slice(from, from + 1), ...rest.slice(from + by)]
}

/**
 * Put lines in order.
 *
 * Accessibility contract. A group named by its number, kind and prompt holds an ordered list; each line has two buttons
 * of 40 px, "Move up: …" and "Move down: …", that work by click, tap, Enter and Space. No drag is needed or offered. After a
 * move the focus stays on the button of the line that moved, and a status says "…, now 2 of 5". At the ends the button
 * is aria-disabled, not removed, and says so when pressed. After a check each line says whether it is in order or where it
 * belongs, and why; the status repeats the verdict.
 */
export const OrderQuestion = ({ children, ...props }: QuestionProps) => {
  const session = useAttempt(props)
  const { asked, draft: { number, response }, checked } = session
  const [last, setLast] = useState<{ readonly id: string; readonly by: number }>()
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)

  // Moving a row in the document takes the focus off its button.
  useLayoutEffect(() => {
    if (last) list.current?.querySelector<HTMLButtonElement>(`[data-move="${last.id}${last.by}"]`)?.focus()
  }, [last])

  if (response.type !== 'order') return null
  const marks = marksFor(session)
  const graded = checked?.grade !== undefined
  const items = response.items
  const move = (id: string, name: string, by: number) => {
    const from = items.indexOf(id)
    const to = from + by
    if (to < 0) setSaid(texts.first(name))
    else if (to === items.length) setSaid(texts.last(name))
    else {
      session.respond({ type: 'order', items: moved(items, from, by) })
      setSaid(texts.now(name, to + 1, items.length))
    }
    setLast({ id, by })
  }
  return (
    <QuestionFrame session={session} position={props.position} total={props.total} answer={children}>
      <ol class="order" ref={list}>
        {items.map((id, at) => {
          const line = asked.lines?.find((candidate) => candidate.id === id)
          if (!line) return null
          const name = plainText(line.text)
          const mark = marks.get(id)
          const held = !graded && last?.id === id
          return (
            <li key={`${number}-${id}`} class={mark?.look ?? (held ? 'is-held' : undefined)}>
              <span><RichText rich={line.text} /></span>
              {mark?.words}
              {!graded && (
                <span class="move">
                  <button type="button" data-move={`${id}-1`} aria-label={texts.up(name)} aria-disabled={at === 0} onClick={() => move(id, name, -1)}><Icon name="up" /></button>
                  <button type="button" data-move={`${id}1`} aria-label={texts.down(name)} aria-disabled={at === items.length - 1} onClick={() => move(id, name, 1)}><Icon name="down" /></button>
                </span>
              )}
              {mark?.why}
            </li>
          )
        })}
      </ol>
      <p class="visually-hidden" role="status">{graded ? '' : said}</p>
    </QuestionFrame>
  )
}

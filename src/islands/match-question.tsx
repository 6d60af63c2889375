import { plainText } from '../core/course/rich.ts'
import { quiz as texts } from '../messages/quiz.ts'
import { marksFor } from './parts/marks-for.ts'
import { QuestionFrame } from './parts/question-frame.tsx'
import { RichText } from './parts/rich-text.tsx'
import { useAttempt, type QuestionProps } from './parts/use-attempt.ts'

/**
 * Sort lines into groups.
 *
 * Accessibility contract. A group named by its number, kind and prompt holds one native select per line, labelled by the
 * line, at least 40 px high; no drag. Arrows, type-ahead and the platform's own picker work. "Check" says how many lines
 * have no group yet and records nothing before all have one. After a check each line says "Right" or where it belongs,
 * with a sign and why; the status repeats how many are right, and the focus stays on the button.
 */
export const MatchQuestion = ({ children, ...props }: QuestionProps) => {
  const session = useAttempt(props)
  const { asked, draft: { response }, checked, name } = session
  if (response.type !== 'match') return null
  const marks = marksFor(session)
  const sort = (id: string, group: string) => {
    const others = Object.entries(response.groups).filter(([item]) => item !== id)
    session.respond({ type: 'match', groups: Object.fromEntries(group ? [...others, [id, group]] : others) })
  }
  return (
    <QuestionFrame session={session} position={props.position} total={props.total} answer={children}>
      <div class="sort">
        {asked.lines?.map(({ id, text }) => {
          const mark = marks.get(id)
          return (
            <div key={id} class={mark ? `sort-row ${mark.look}` : 'sort-row'}>
              <label for={`${name}-${id}`}><RichText rich={text} /></label>
              <select
                id={`${name}-${id}`}
                autocomplete="off"
                value={response.groups[id] ?? ''}
                disabled={checked?.grade !== undefined}
                onChange={(event) => sort(id, event.currentTarget.value)}
              >
                <option value="">{texts.chooseGroup}</option>
                {asked.groups?.map((group) => <option key={group.id} value={group.id}>{plainText(group.text)}</option>)}
              </select>
              {mark?.words}
              {mark?.why}
            </div>
          )
        })}
      </div>
    </QuestionFrame>
  )
}

import { marksFor } from './parts/marks-for.ts'
import { OptionList } from './parts/option-list.tsx'
import { QuestionFrame } from './parts/question-frame.tsx'
import { useAttempt, type QuestionProps } from './parts/use-attempt.ts'

/**
 * Choose one, or all that apply.
 *
 * Accessibility contract. A group named by its number, kind and prompt holds native radio buttons (one tab stop, arrows
 * move and choose) or checkboxes (each a tab stop, Space ticks). The whole row is the label, at least 44 px high. "Check" is
 * a button; with nothing chosen the status says so and nothing is recorded. After a check the status repeats the answer
 * and the verdict, each option says in words with a sign how it fared and why, the controls are disabled, and the focus
 * stays on the button, which is now "Try again". No single-letter shortcut.
 */
export const ChoiceQuestion = ({ children, ...props }: QuestionProps) => {
  const session = useAttempt(props)
  const { asked, draft: { response }, checked } = session
  const several = response.type === 'multiple'
  const chosen = response.type === 'multiple' ? response.options : response.type === 'single' ? [response.option] : []
  const pick = (id: string) => session.respond(several
    ? { type: 'multiple', options: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] }
    : { type: 'single', option: id })
  return (
    <QuestionFrame session={session} position={props.position} total={props.total} answer={children}>
      <OptionList
        name={session.name}
        several={several}
        lines={asked.lines ?? []}
        chosen={chosen}
        disabled={checked?.grade !== undefined}
        marks={marksFor(session)}
        onPick={pick}
      />
    </QuestionFrame>
  )
}

import { AnswerField } from './parts/answer-field.tsx'
import { QuestionFrame } from './parts/question-frame.tsx'
import { useAttempt, type QuestionProps } from './parts/use-attempt.ts'

/**
 * Answer with a number.
 *
 * Accessibility contract. A group named by its number, kind and prompt holds one labelled text field, described by its
 * unit; Enter checks. What cannot be read as a number is no attempt: the field becomes invalid, the status says what is
 * wrong and gives a form that works, and the focus stays. After a check the status repeats what was written, the verdict and
 * the key; the working follows as text. The field then only reads; focus that was in it stays.
 */
export const NumberQuestion = ({ children, ...props }: QuestionProps) => {
  const session = useAttempt(props)
  return (
    <QuestionFrame session={session} position={props.position} total={props.total} answer={children}>
      <AnswerField session={session} />
    </QuestionFrame>
  )
}

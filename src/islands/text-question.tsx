import { AnswerField } from './parts/answer-field.tsx'
import { QuestionFrame } from './parts/question-frame.tsx'
import { useAttempt, type QuestionProps } from './parts/use-attempt.ts'

/**
 * Answer with a word or a short phrase.
 *
 * Accessibility contract. A group named by its number, kind and prompt holds one labelled text field; Enter checks.
 * Case, spaces, hyphens, accents, articles and a plural s are no errors. An empty field is no attempt: the status says so.
 * After a check the status repeats what was written, the verdict and the key, and the reason follows as text. The field
 * then only reads; focus that was in it stays.
 */
export const TextQuestion = ({ children, ...props }: QuestionProps) => {
  const session = useAttempt(props)
  return (
    <QuestionFrame session={session} position={props.position} total={props.total} answer={children}>
      <AnswerField session={session} />
    </QuestionFrame>
  )
}

import type { ComponentChildren } from 'preact'
import type { QuestionProps, Session } from './use-attempt.ts'
import { quiz as texts } from '../../messages/quiz.ts'
import { QuestionFoot } from './question-foot.tsx'
import { QuestionPrompt } from './question-prompt.tsx'

interface Props extends Pick<QuestionProps, 'position' | 'total'> {
  readonly session: Session
  /** The closed answer of a page without JavaScript. */
  readonly answer: ComponentChildren
  /** The controls to answer with. */
  readonly children: ComponentChildren
}

/** How the result looks: by its verdict, plain when it only says something, empty when there is nothing to say. */
const lookOf = ({ checked, open, notice }: Session): string => {
  if (checked && open) return checked.grade?.verdict ?? 'plain'
  return notice ? 'plain' : 'empty'
}

/** What all types share: number, prompt, foot, hints and result around the controls of the type. Each status is there before it speaks. */
export const QuestionFrame = ({ session, position, total, answer, children }: Props) => {
  const { asked, checked, work, waiting, open, name, notice } = session
  const view = work?.kit.view
  return (
    <fieldset
      class={`q${checked?.grade && open ? ' is-graded' : ''}${waiting ? ' is-waiting' : ''}`}
      id={name}
      data-pagefind-ignore="all"
      onFocusIn={session.prepare}
      onPointerEnter={session.prepare}
    >
      <QuestionPrompt prompt={asked.prompt} left={position && total ? texts.position(position, total) : texts.again} right={texts.types[asked.type]} />
      {children}
      <QuestionFoot session={session}>{answer}</QuestionFoot>
      <div class="hints" role="status">{view && <view.Hints session={session} />}</div>
      <div class={`result is-${lookOf(session)}`}>
        <p class="verdict" role="status" id={`${name}-result`}>
          {notice === 'loading' || notice === 'unreachable' ? texts[notice] : view && <view.Sentence session={session} />}
        </p>
        {view && <view.Reasons session={session} />}
      </div>
    </fieldset>
  )
}

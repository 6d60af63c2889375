import type { Rich } from '../../core/course/rich.ts'
import { RichText } from './rich-text.tsx'

interface Props {
  readonly prompt: readonly Rich[]
  readonly left: string
  readonly right: string
}

/** The number and kind of a question, then its paragraphs, the last of which asks. All of it names the group of controls. */
export const QuestionPrompt = ({ prompt, left, right }: Props) => (
  <legend>
    <span class="q-line"><span>{left}</span> <span>{right}</span></span>
    {prompt.map((paragraph, at) => <span key={at} class={at === prompt.length - 1 ? 'ask' : 'lead'}><RichText rich={paragraph} /></span>)}
  </legend>
)

import type { ComponentChildren } from 'preact'
import type { Verdict as VerdictName } from '../../core/quiz/verdict.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly verdict: VerdictName
  readonly children: ComponentChildren
}

/** A sign and its words, so that a verdict never rests on colour. */
export const Verdict = ({ verdict, children }: Props) => (
  <span class="verdict"><Icon name={verdict} />{children}</span>
)

import type { Completion } from '../../core/sittings/completion.ts'
import { completionTexts as texts } from '../../messages/sittings.ts'

interface Props {
  /** The course's title. */
  readonly course: string
  readonly name: string
  readonly so: Completion
  /** Milliseconds since 1970. */
  readonly nowMs: number
}

/** The page that is printed. It says first of all that nobody has verified it. */
export const CompletionRecord = ({ course, name, so, nowMs }: Props) => {
  const { questions, objectives, final } = so
  return (
    <section class="completion" aria-labelledby="completion">
      <p class="completion-kind">{texts.selfIssued}</p>
      <h2 id="completion">{name.trim() || texts.noName}</h2>
      <p class="completion-states">{texts.states(course)}</p>
      <dl>
        <dt>{texts.lessons}</dt>
        <dd>{texts.lessonsLine(so.read, so.lessons, so.reviewOnly)}</dd>
        <dt>{texts.final}</dt>
        {final
          ? [texts.finalBest(final.best.right, final.best.asked, final.best.endedAtMs), texts.finalLast(final.last.right, final.last.asked, final.last.endedAtMs)]
            .map((line) => <dd key={line}>{line}</dd>)
          : <dd>{texts.finalNone}</dd>}
        <dt>{texts.held}</dt>
        <dd>{texts.held7(questions.days7, questions.all, objectives.days7, objectives.all)}</dd>
        <dd>{texts.held30(questions.days30, questions.all, objectives.days30, objectives.all)}</dd>
        <dd class="label-line">{texts.heldLine}</dd>
      </dl>
      <p class="label-line">{texts.selfIssuedLine}</p>
      <p class="label-line">{texts.printedOn(nowMs)}</p>
    </section>
  )
}

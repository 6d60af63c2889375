import { sittingTexts as texts } from '../../messages/sittings.ts'

interface Props {
  /** For each question in order, whether it is open. */
  readonly numbers: readonly boolean[]
  /** The place of the question that is asked now. */
  readonly current: number | undefined
  readonly onGo: (at: number) => void
  /** Absent when the end is shown already. */
  readonly onEnd?: (() => void) | undefined
}

/** The numbers of the questions: an open one leads to its question, an answered one only says so. */
export const SittingNumbers = ({ numbers, current, onGo, onEnd }: Props) => {
  const answered = numbers.filter((open) => !open).length
  return (
    <nav class="sitting-numbers" aria-label={texts.numbers}>
      <p class="label-line">{texts.numbersLine(answered, numbers.length)}</p>
      <ol class="numbers">
        {numbers.map((open, at) => (
          <li key={at}>
            {open
              ? <button type="button" aria-current={at === current ? 'step' : undefined} aria-label={texts.number(at + 1, 'open')} onClick={() => onGo(at)}>{at + 1}</button>
              : <span><span aria-hidden="true">{at + 1}</span><span class="visually-hidden">{texts.number(at + 1, 'answered')}</span></span>}
          </li>
        ))}
      </ol>
      {onEnd && <p class="buttons"><button class="button" type="button" onClick={onEnd}>{texts.handIn}</button></p>}
    </nav>
  )
}

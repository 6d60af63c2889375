import { evaluate, parseExpression } from '../../core/quiz/expression.ts'
import type { LessonText } from '../lesson-text.ts'
import type { Report } from '../problem.ts'

/** A shown number with its unit: “43,200 min”, “20.8%”, “−6”, “€1,200”. */
const SHOWN = /^(?:about |≈ ?)?([−-]?)[€$£]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(\S*)/

/** Every sum in the text is computed again and compared with the result it states, rounded to the places shown. */
export const checkSums = (text: LessonText, report: Report): void => {
  for (const use of text.uses) {
    const sum = use.attributes.get('sum')
    const is = use.attributes.get('is')
    if ((use.name !== 'Step' && use.name !== 'Num') || typeof sum !== 'string' || typeof is !== 'string' || sum === '' || is === '') continue
    const parsed = parseExpression(sum)
    if (!parsed.ok) {
      report(use.attributePlace('sum'), 'sum', `“${sum}” cannot be computed: ${parsed.error.message} (at character ${parsed.error.offset + 1}).`)
      continue
    }
    const found = SHOWN.exec(is)
    if (!found) {
      report(use.attributePlace('is'), 'sum', `“${is}” does not start with a number.`)
      continue
    }
    const [, sign, whole = '', fraction = '', unit = ''] = found
    const stated = Number(`${sign ? '-' : ''}${whole.replaceAll(',', '')}${fraction}`)
    const slack = 0.5 * 10 ** -Math.max(0, fraction.length - 1) + 1e-9
    const value = evaluate(parsed.value, {})
    // A share may be summed as a fraction, “9 ÷ 43.2”, or in hundredths, “9 ÷ 43.2 × 100”.
    const results = unit.startsWith('%') ? [value * 100, value] : [value]
    if (results.some((result) => Math.abs(result - stated) <= slack)) continue
    const result = results[0] ?? NaN
    report(use.attributePlace('is'), 'sum', `“${sum}” is ${Number(result.toPrecision(8))}${unit.startsWith('%') ? '%' : ''}, not ${is}.`)
  }
}

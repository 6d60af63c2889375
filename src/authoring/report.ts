import { relative, sep } from 'node:path'
import type { Problem } from './problem.ts'

const plural = (count: number, one: string, many: string): string => `${new Intl.NumberFormat('en-GB').format(count)} ${count === 1 ? one : many}`

/** “1 problem in 1 file”, “3 problems in 2 files”. */
export const countOf = (problems: readonly Problem[]): string =>
  `${plural(problems.length, 'problem', 'problems')} in ${plural(new Set(problems.map((problem) => problem.file)).size, 'file', 'files')}`

/** The path from the working directory to `file` of the content folder, as terminals make it a link. */
const shownPath = (folder: string, file: string): string => {
  const prefix = relative(process.cwd(), folder).split(sep).join('/')
  return prefix === '' ? file : `${prefix}/${file}`
}

/** One problem as `file:line:column  message`. */
export const problemLine = (problem: Problem, folder: string): string =>
  `${shownPath(folder, problem.file)}:${problem.line}:${problem.column}  ${problem.message}`

/** The problems for a terminal: grouped by file, one line each, and a last line that counts them. */
export const terminalReport = (problems: readonly Problem[], folder: string): string => {
  const lines = problems.flatMap((problem, index) => {
    const parted = index > 0 && problems[index - 1]?.file !== problem.file
    return parted ? ['', problemLine(problem, folder)] : [problemLine(problem, folder)]
  })
  return [...lines, ...(lines.length > 0 ? [''] : []), problems.length === 0 ? 'No problems in the content.' : `${countOf(problems)}.`].join('\n')
}

const escapedProperty = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll(':', '%3A').replaceAll(',', '%2C')

/** The problems as workflow commands, which GitHub and Forgejo show beside the changed line. */
export const annotations = (problems: readonly Problem[], folder: string): string =>
  problems.map((problem) => {
    const file = escapedProperty(shownPath(folder, problem.file))
    const message = problem.message.replaceAll('%', '%25').replaceAll('\n', '%0A')
    return `::error file=${file},line=${problem.line},col=${problem.column},title=${problem.rule}::${message}`
  }).join('\n')

/** The report as it is printed: with annotations under continuous integration. */
export const printedReport = (problems: readonly Problem[], folder: string, environment: NodeJS.ProcessEnv): string => {
  const annotated = problems.length > 0 && (environment['GITHUB_ACTIONS'] ?? environment['CI'])
  return annotated ? `${annotations(problems, folder)}\n${terminalReport(problems, folder)}` : terminalReport(problems, folder)
}

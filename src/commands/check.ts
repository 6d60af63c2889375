/** `npm run check`: lists every problem of the content and the figures of the question bank; ends with code 1 when there are problems. */
import { checkContent } from '../authoring/check.ts'
import { contentFolder } from '../authoring/content-folder.ts'
import { figuresReport } from '../authoring/lint-questions.ts'
import { readContent } from '../authoring/read.ts'
import { printedReport } from '../authoring/report.ts'

const folder = contentFolder()
const { problems, figures } = checkContent(readContent(folder))
console.log(figuresReport(figures))
console.log()
console.log(printedReport(problems, folder, process.env))
process.exitCode = problems.length > 0 ? 1 : 0

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Problem } from '../../../src/authoring/problem.ts'
import { printedReport, terminalReport } from '../../../src/authoring/report.ts'

const folder = join(process.cwd(), 'content')
const problem = (file: string, line: number, message: string): Problem => ({ file, line, column: 3, rule: 'link', message })
const two = [problem('a.yaml', 1, 'One.'), problem('b.yaml', 2, '100% of it, or: less.')]

describe('the report', () => {
  it('parts files and counts what it lists', () => {
    assert.equal(terminalReport(two, folder), 'content/a.yaml:1:3  One.\n\ncontent/b.yaml:2:3  100% of it, or: less.\n\n2 problems in 2 files.')
  })
  it('has the right number of one', () => assert.match(terminalReport(two.slice(0, 1), folder), /\n1 problem in 1 file\.$/))
  it('says so when there is nothing to mend', () => assert.equal(terminalReport([], folder), 'No problems in the content.'))
  it('adds annotations under continuous integration, escaped as they must be', () => {
    const annotated = printedReport(two, folder, { CI: 'true' })
    assert.ok(annotated.includes('::error file=content/b.yaml,line=2,col=3,title=link::100%25 of it, or: less.\n'))
    assert.ok(!printedReport(two, folder, {}).includes('::error'))
  })
  it('adds none when nothing is wrong', () => assert.equal(printedReport([], folder, { CI: 'true' }), 'No problems in the content.'))
})

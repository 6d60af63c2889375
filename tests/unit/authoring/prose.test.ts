import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readLessonText } from '../../../src/authoring/lesson-text.ts'
import { proseOf } from '../../../src/authoring/prose.ts'
import type { Prose } from '../../../src/core/course/prose.ts'

/** The compiled form of a lesson's body, and the messages of what is wrong with it. */
const compiled = (body: string): { prose: Prose; problems: string[] } => {
  const problems: string[] = []
  const text = readLessonText('a.mdx', `---\ntitle: A\n---\n\n${body}\n`, (_place, rule) => problems.push(rule))
  return { prose: proseOf(text.blocks ?? []), problems }
}

describe('a lesson’s text', () => {
  const cases: readonly (readonly [name: string, body: string, prose: Prose])[] = [
    ['marks and smart signs', 'It isn\'t *so* **hard** -- `a<b`.', ['<p>It isn’t <em>so</em> <strong>hard</strong> – <code>a&lt;b</code>.</p>']],
    ['tags that Markdown has no sign for', 'H<sub>2</sub>O', ['<p>H<sub>2</sub>O</p>']],
    ['headings with their addresses', '## What’s “99.9%”?', ['<h2 id="whats-999">What’s “99.9%”?</h2>']],
    ['lists', '3. a\n4. b', ['<ol start="3"><li>a</li><li>b</li></ol>']],
    ['a component between paragraphs', '<Question id="q" />', [{ name: 'Question', attributes: { id: 'q' }, children: [] }]],
    ['a component in a line', 'A <Term id="slo">*target*</Term>.', ['<p>A ', { name: 'Term', attributes: { id: 'slo' }, children: ['<em>target</em>'] }, '.</p>']],
    ['a flag', '<Figure id="f" title="T" wide>\nWords.\n</Figure>', [{ name: 'Figure', attributes: { id: 'f', title: 'T', wide: true }, children: ['Words.'] }]],
    ['a link, whose address the page completes', '[a & b](/glossary/#slo)', ['<p>', { name: 'a', attributes: { href: '/glossary/#slo' }, children: ['a &amp; b'] }, '</p>']],
  ]
  for (const [name, body, prose] of cases) it(`compiles ${name}`, () => assert.deepEqual(compiled(body), { prose, problems: [] }))

  it('gives each row of a table its header', () => {
    const [markup] = compiled('| a | b |\n| - | - |\n| c | d |').prose
    assert.ok(typeof markup === 'string' && markup.includes('<th scope="col">a</th>') && markup.includes('<th scope="row">c</th><td>d</td>'))
  })

  it('refuses programs, so none can reach a page', () => {
    assert.deepEqual(compiled('export const a = 1\n\nOne {a} <Term id={a}>x</Term>').problems, ['no-programs', 'no-programs', 'no-programs'])
  })

  it('never lets words become markup', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '&', '"', '\'', ' ', ';', '\\<', '\\>') }), (words) => {
      const { prose } = compiled(`Say ${words}.`)
      const markup = prose.join('')
      assert.match(markup, /^<p>[^<>]*<\/p>$/)
    }))
  })
})

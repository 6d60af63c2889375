/** `npm run ledger`: adds the new ids of the content to tests/content/ledger.json. Never removes one; ends with code 1 when one has vanished. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '../authoring/check.ts'
import { compareLedger, idsOf, readRetired } from '../authoring/ledger.ts'
import { readContent } from '../authoring/read.ts'

const root = join(import.meta.dirname, '../..')
const path = join(root, 'tests/content/ledger.json')
const { course, problems } = checkContent(readContent(join(root, 'content')))
if (!course || problems.length > 0) {
  console.error('The content has problems. Run npm run check, mend them, and come back.')
  process.exit(1)
}
const ledger = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : []
const retired = readRetired(readFileSync(join(root, 'tests/content/retired.yaml'), 'utf8')).map((entry) => entry.id)
const { added, vanished, revived } = compareLedger(idsOf(course), ledger, retired)
writeFileSync(path, `${JSON.stringify([...new Set([...ledger, ...added])].sort(), null, 1)}\n`)
console.log(`${added.length} new ${added.length === 1 ? 'id' : 'ids'} in tests/content/ledger.json.`)
for (const id of vanished) console.error(`“${id}” has vanished. Bring it back, or list it in tests/content/retired.yaml with the reason.`)
for (const id of revived) console.error(`“${id}” is retired. Give the new thing a new id.`)
process.exitCode = vanished.length + revived.length > 0 ? 1 : 0

import assert from 'node:assert/strict'
import { test } from 'node:test'
import jsqr from 'jsqr'
import { qrCode } from '../../../src/browser/qr-code.ts'
import { LONGEST_CODE } from '../../../src/core/record/transfer.ts'

const SCALE = 3

/** What a camera would see: `SCALE` points a module, black or white. */
const picture = (modules: readonly (readonly boolean[])[]) => {
  const side = modules.length * SCALE
  const data = new Uint8ClampedArray(side * side * 4)
  for (let at = 0; at < side * side; at++) {
    const black = modules[Math.floor(at / side / SCALE)]?.[Math.floor((at % side) / SCALE)]
    data.set([black ? 0 : 255, black ? 0 : 255, black ? 0 : 255, 255], at * 4)
  }
  return { data, side }
}
const decode = jsqr as unknown as (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string; readonly version: number } | null

for (const length of [60, 1000, LONGEST_CODE]) {
  test(`another program reads a code of ${length} characters as they were put in`, () => {
    const text = `https://example.org/course/progress/#record=1.zz.${'aZ9-_b'.repeat(length)}`.slice(0, length)
    const { data, side } = picture(qrCode(text))
    const read = decode(data, side, side)
    assert.equal(read?.data, text)
    assert.ok((read?.version ?? 99) <= 35)
  })
}

test('there are four modules of white around a code', () => {
  const modules = qrCode('https://example.org/')
  assert.ok(modules.slice(0, 4).flat().every((black) => !black))
  assert.ok(modules.every((row) => [...row.slice(0, 4), ...row.slice(-4)].every((black) => !black)))
  assert.ok(modules[4]?.[4])
})

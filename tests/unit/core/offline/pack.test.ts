import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  changesBetween, decodePack, downloadSize, encodePack, hasRoom, missingPacks, packState, type KeptPack, type PackFile, type PackIndex, type PackInfo,
} from '../../../../src/core/offline/pack.ts'

const fileOf = (key: string, bytes: Uint8Array, type = 'text/html; charset=utf-8'): PackFile => {
  const body = new Uint8Array(bytes)
  return { key, type, length: body.length, sha256: createHash('sha256').update(body).digest('hex'), body }
}
const info = (id: string, version: string, kind: PackInfo['kind'] = 'module'): PackInfo =>
  ({ id, kind, title: id.toUpperCase(), file: `packs/${id}.${version}.pack`, version, bytes: 10, size: 20, sha256: '', assets: [], pages: [] })
const indexOf = (...packs: PackInfo[]): PackIndex => ({ v: 1, build: 'b', assets: [], packs })
const keptOf = (id: string, version: string): KeptPack => ({ id, version, kind: 'module', title: id, size: 20, atMs: 0, assets: [], entries: [], pages: [] })

describe('a pack', () => {
  test('gives back exactly what was put in', () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array())), (given) => {
      const files = given.map(([name, bytes]) => fileOf(`/course/${name}/`, bytes))
      const back = decodePack(encodePack(files), '/course/')
      assert.ok(back.ok)
      assert.deepEqual(back.value.map((file) => ({ ...file, body: [...file.body] })), files.map((file) => ({ ...file, body: [...file.body] })))
    })))
  test('that is cut off anywhere is refused, and never throws', () => {
    const pack = encodePack([fileOf('/a/', new Uint8Array([1, 2, 3])), fileOf('/b/', new Uint8Array(500))])
    for (let length = 0; length < pack.length; length += 1) assert.equal(decodePack(pack.slice(0, length), '/').ok, false, String(length))
  })
  test('with bytes left over is refused', () => {
    const pack = encodePack([fileOf('/a/', new Uint8Array([1]))])
    assert.deepEqual(decodePack(new Uint8Array([...pack, 0]), '/'), { ok: false, error: 'truncated' })
  })
  test('of arbitrary bytes is refused, and never throws', () =>
    fc.assert(fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => decodePack(new Uint8Array(bytes), '/').ok === false || bytes.length >= 6)))
  test('cannot write outside of the course, nor under a type or hash that is none', () => {
    const body = new Uint8Array([1])
    assert.deepEqual(decodePack(encodePack([fileOf('/other/', body)]), '/course/'), { ok: false, error: 'malformed' })
    assert.deepEqual(decodePack(encodePack([fileOf('/course/../x', body)]), '/course/'), { ok: false, error: 'malformed' })
    assert.deepEqual(decodePack(encodePack([fileOf('/course/a', body, 'text/html\r\nx: y')]), '/course/'), { ok: false, error: 'malformed' })
    assert.deepEqual(decodePack(encodePack([{ ...fileOf('/course/a', body), sha256: 'x' }]), '/course/'), { ok: false, error: 'malformed' })
  })
})

describe('what is kept', () => {
  test('is absent, kept or outdated by its version', () => {
    assert.equal(packState(info('a', '2'), []), 'absent')
    assert.equal(packState(info('a', '2'), [keptOf('b', '2')]), 'absent')
    assert.equal(packState(info('a', '2'), [keptOf('a', '1')]), 'outdated')
    assert.equal(packState(info('a', '2'), [keptOf('a', '1'), keptOf('a', '2')]), 'kept')
  })
  test('leaves to be downloaded what is absent or outdated', () => {
    const missing = missingPacks(indexOf(info('a', '2'), info('b', '1'), info('c', '1')), [keptOf('a', '1'), keptOf('b', '1')])
    assert.deepEqual(missing.map((pack) => pack.id), ['a', 'c'])
    assert.equal(downloadSize(missing), 20)
  })
  test('never takes the room that the record needs', () => {
    assert.equal(hasRoom(10_000_000, { quota: 40_000_001, usage: 0 }), true)
    assert.equal(hasRoom(10_000_000, { quota: 40_000_000, usage: 0 }), false)
    assert.equal(hasRoom(10_000_000, { quota: 100_000_000, usage: 90_000_000 }), false)
    assert.equal(hasRoom(10_000_000, undefined), true)
  })
})

describe('changesBetween', () => {
  test('names added and changed modules and says when other pages changed', () =>
    assert.deepEqual(
      changesBetween(indexOf(info('a', '1'), info('b', '1'), info('pages', '1', 'pages')), indexOf(info('a', '2'), info('b', '1'), info('c', '1'), info('pages', '2', 'pages'))),
      { added: ['C'], changed: ['A'], other: true },
    ))
  test('claims nothing when the present version is not known', () =>
    assert.deepEqual(changesBetween(undefined, indexOf(info('a', '1'))), { added: [], changed: [], other: false }))
})

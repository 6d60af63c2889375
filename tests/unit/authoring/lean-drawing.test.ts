import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leanDrawing, simplify } from '../../../src/authoring/lean-drawing.ts'

test('indentation goes, words stay', () => {
  assert.equal(leanDrawing('<svg>\n  <text>20 <tspan>in</tspan> 100</text>\n  <path d="M1.04 2.0H3.26"/>\n</svg>\n'),
    '<svg><text>20 <tspan>in</tspan> 100</text><path d="M1 2H3.3"/></svg>')
})

test('a curve keeps the points that can be seen', () => {
  const straight = Array.from({ length: 20 }, (_, index) => `L${index + 1}.0 ${index + 1}.0`).join('')
  assert.equal(leanDrawing(`<path d="M0.0 0.0${straight}"/>`), '<path d="M0 0L20 20"/>')
})

test('no point of a line lies farther from the simplified one than the eye can see', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 300 }))
  fc.assert(fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
    const lean = simplify(points)
    assert.deepEqual(lean[0], points[0])
    assert.deepEqual(lean.at(-1), points.at(-1))
    const near = ([x, y]: readonly [number, number]) => lean.slice(1).some(([bx, by], index) => {
      const [ax, ay] = lean[index] ?? [0, 0]
      const length = Math.hypot(bx - ax, by - ay)
      const off = length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((by - ay) * (x - ax) - (bx - ax) * (y - ay)) / length
      return off <= 0.36
    })
    assert.ok(points.every(near))
  }))
})

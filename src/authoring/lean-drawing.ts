type Point = readonly [number, number]

/** Farthest that a simplified line may lie from the drawn one, in units of the drawing: a third of a pixel or so. */
const TOLERANCE = 0.35

const distance = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs(dy * (x - ax) - dx * (y - ay)) / length
}

/** The points of a line that matter (Ramer, Douglas and Peucker). */
export const simplify = (points: readonly Point[]): readonly Point[] => {
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < 3 || !first || !last) return points
  const far = points.map((point) => distance(point, first, last))
  const at = far.indexOf(Math.max(...far))
  if ((far[at] ?? 0) <= TOLERANCE) return [first, last]
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))]
}

const shorten = (value: number): string => String(Math.round(value * 10) / 10)

const NUMBER = '-?\\d+(?:\\.\\d+)?'
const POLYLINE = new RegExp(` d="M(${NUMBER}) (${NUMBER})((?:L${NUMBER} ${NUMBER}){8,})"`, 'g')

/** A curve that somebody computed point by point, with the points that can be seen. */
const leanCurves = (svg: string): string =>
  svg.replace(POLYLINE, (_all, x: string, y: string, rest: string) => {
    const points = [[Number(x), Number(y)] as const, ...[...rest.matchAll(new RegExp(`L(${NUMBER}) (${NUMBER})`, 'g'))]
      .map(([, px, py]) => [Number(px), Number(py)] as const)]
    return ` d="M${simplify(points).map((point) => point.map(shorten).join(' ')).join('L')}"`
  })

/**
 * A drawing without what nobody sees and every reader of the lesson would load: indentation, digits beyond a tenth of a unit in its
 * coordinates, and points on a curve that lie on the line through their neighbours. Words are left as they are.
 */
export const leanDrawing = (svg: string): string =>
  leanCurves(svg)
    .replace(/>\s*\n\s*</g, '><')
    .replace(/ (d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points)="([^"]*)"/g, (_all, name: string, value: string) =>
      ` ${name}="${value.replace(/-?\d+\.\d+/g, (number) => shorten(Number(number)))}"`)
    .trim()

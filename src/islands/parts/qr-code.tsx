import { useEffect, useRef } from 'preact/hooks'

interface Props {
  /** Rows of modules, true for black, with the white around them. */
  readonly modules: readonly (readonly boolean[])[]
  readonly label: string
}

/** Pixels a module: a whole number, so that all are alike, and the largest code still stands whole on a small laptop. */
const SCALE = 3

/** The runs of black in one row, as a path. */
const runs = (row: readonly boolean[], y: number): string =>
  row.map((black, x) => {
    if (!black || row[x - 1]) return ''
    const end = row.indexOf(false, x)
    const length = (end < 0 ? row.length : end) - x
    return `M${x} ${y}h${length}v1h-${length}z`
  }).join('')

/** A QR code, black on white in every theme, since cameras do not read the other way round. */
export const QrCode = ({ modules, label }: Props) => {
  const side = modules.length
  const drawing = useRef<SVGSVGElement>(null)
  // A camera needs to see all of it.
  useEffect(() => drawing.current?.scrollIntoView({ block: 'nearest' }), [modules])
  return (
    <svg ref={drawing} class="qr-code" role="img" aria-label={label} width={side * SCALE} height={side * SCALE} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      <path class="light" d={`M0 0h${side}v${side}h-${side}z`} />
      <path class="dark" d={modules.map(runs).join('')} />
    </svg>
  )
}

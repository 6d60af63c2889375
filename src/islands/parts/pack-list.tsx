import { packState, type KeptPack, type PackIndex, type PackInfo } from '../../core/offline/pack.ts'
import { offline } from '../../messages/offline.ts'

interface Props {
  readonly index: PackIndex
  readonly kept: readonly KeptPack[]
  /** A download is running: no other can be started. */
  readonly busy: boolean
  readonly onKeep: (id: string) => void
  readonly onRemove: (id: string) => void
}

const Row = ({ pack, kept, busy, onKeep, onRemove }: Omit<Props, 'index'> & { pack: PackInfo }) => {
  const state = packState(pack, kept)
  const name = offline.packName(pack)
  const labels = {
    absent: [offline.keepShort, offline.keep(name)],
    outdated: [offline.updateShort, offline.update(name)],
    kept: [offline.removeShort, offline.remove(name)],
  } as const
  const [short, full] = labels[state]
  const act = () => {
    if (state === 'kept') onRemove(pack.id)
    else if (!busy) onKeep(pack.id)
  }
  return (
    <li class={`pack is-${state}`}>
      <span class="pack-name">{name}</span>
      <span class="pack-state">{offline.state[state](state === 'kept' ? pack.size : pack.bytes)}</span>
      <button class="button" type="button" aria-label={full} aria-disabled={busy && state !== 'kept'} onClick={act}>{short}</button>
    </li>
  )
}

/** Every part of the course with its size, whether it is kept, and the one thing to do with it. */
export const PackList = ({ index, ...rest }: Props) => (
  <ul class="packs" role="list">
    {index.packs.map((pack) => <Row key={pack.id} pack={pack} {...rest} />)}
  </ul>
)

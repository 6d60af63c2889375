import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import { downloadSize, missingPacks } from '../core/offline/pack.ts'
import { offline as text } from '../messages/offline.ts'
import { offline } from '../stores/app.ts'
import { OFFLINE_START, type OfflineState, type OfflineStore } from '../stores/offline.ts'
import { KeptPages } from './parts/kept-pages.tsx'
import { PackList } from './parts/pack-list.tsx'

const Head = ({ standsIn }: { standsIn: boolean }) => (
  <header class="plain-head">
    <h1>{standsIn ? text.standsInTitle : text.title}</h1>
    <p>{standsIn ? text.standsInText : text.intro}</p>
    {standsIn && <p class="buttons"><button class="button" type="button" onClick={() => location.reload()}>{text.retry}</button></p>}
  </header>
)

/** One sentence on how things stand: the last failure, the last check, or what is kept. */
const statusOf = ({ status, index, kept, failure, verified, job }: OfflineState): string => {
  if (status === 'loading' || job) return ''
  if (status === 'unable') return text.unable
  if (failure) {
    const pack = index?.packs.find(({ id }) => id === failure.packId)
    return text.failed(pack ? text.packName(pack) : '', failure.error)
  }
  if (verified) return verified.damaged > 0 ? text.verifiedDamaged(verified.damaged) : text.verifiedWell(verified.packs)
  if (!index) return text.noIndex
  if (kept.length === 0) return text.statusNothing
  if (missingPacks(index, kept).length > 0) return text.statusSome(kept.length, index.packs.length)
  return text.statusAll(kept.reduce((sum, pack) => sum + pack.size, 0))
}

const Whole = ({ state, store }: { state: OfflineState; store: OfflineStore | undefined }) => {
  const { index, kept, job } = state
  const missing = index ? missingPacks(index, kept) : []
  const bytes = downloadSize(missing)
  const idle = Boolean(job) || missing.length === 0
  const label = job ? text.keeping : missing.length === 0 ? text.allKept : kept.length > 0 ? text.keepRest(bytes) : text.keepAll(bytes)
  const packOfJob = index?.packs.find(({ id }) => id === job?.packId)
  return (
    <div class="keep">
      <p role="status">{statusOf(state)}</p>
      {job && packOfJob && (
        <div class="keep-progress">
          <progress aria-label={text.progress} max={job.total} value={job.done} />
          <p>{text.progressText(text.packName(packOfJob), job.done, job.total)}</p>
        </div>
      )}
      {index && (
        <div class="buttons">
          <button class="button button--main" type="button" aria-disabled={idle} onClick={() => { if (!idle) void store?.keep() }}>{label}</button>
          {kept.length > 0 && <button class="button" type="button" onClick={() => void store?.verify()}>{text.verify}</button>}
          {kept.length > 0 && <button class="button button--quiet" type="button" onClick={() => void store?.remove()}>{text.removeAll}</button>}
        </div>
      )}
    </div>
  )
}

const View = ({ state, store }: { state: OfflineState; store?: OfflineStore }) => (
  <>
    <Head standsIn={state.standsIn} />
    <section class="band" aria-labelledby="whole">
      <header><h2 id="whole">{text.whole}</h2></header>
      <Whole state={state} store={store} />
    </section>
    {state.index && (
      <section class="band" aria-labelledby="parts">
        <header><h2 id="parts">{text.parts}</h2></header>
        <PackList index={state.index} kept={state.kept} busy={Boolean(state.job)}
          onKeep={(id) => void store?.keep(id)} onRemove={(id) => void store?.remove(id)} />
      </section>
    )}
    <KeptPages state={state} />
  </>
)

const Live = ({ store }: { store: OfflineStore }) => <View state={useStore(store.$state)} store={store} />

/**
 * The offline page: keeping the course, part by part or whole, and what can be read without a network. The service worker
 * also shows it in place of a page that is not kept; then it says so.
 */
export const OfflinePage = () => {
  const [store, setStore] = useState<OfflineStore>()
  useEffect(() => void offline().then(setStore), [])
  return store ? <Live store={store} /> : <View state={OFFLINE_START} />
}

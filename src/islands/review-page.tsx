import { useStore } from '@nanostores/preact'
import { useEffect, useRef } from 'preact/hooks'
import { addresses } from '../core/course/address.ts'
import { reviewTexts as texts } from '../messages/review.ts'
import { review } from '../stores/pages.ts'
import type { ReviewStore } from '../stores/review.ts'
import type { Asking, Ended, ReviewState } from '../stores/review-state.ts'
import { Head } from './parts/review-head.tsx'
import { ReviewQuestion } from './parts/review-question.tsx'
import type { RestingProps } from './parts/review-resting.tsx'
import { useLoaded } from './parts/use-loaded.ts'
import { useShownAt } from './parts/use-shown-at.ts'

/** What is not needed for a question is fetched apart from it. */
const loadEnd = () => import('./parts/review-end.tsx')
const loadResting = () => import('./parts/review-resting.tsx')
const loadAwayForm = () => import('./parts/away-form.tsx')

const Resting = (props: RestingProps) => {
  const view = useLoaded(loadResting)
  return typeof view === 'object' ? <view.Resting {...props} /> : <Head words={texts.loading} />
}

const AwayForm = (props: { readonly onLeave: (untilMs: number) => void }) => {
  const view = useLoaded(loadAwayForm)
  return typeof view === 'object' ? <view.AwayForm {...props} /> : null
}

interface SessionProps {
  readonly base: string
  readonly asking: Asking
  readonly store: ReviewStore
  readonly takesFocus: boolean
}

const RunningSession = ({ base, asking, store, takesFocus }: SessionProps) => {
  const { place, total, moreWaits, answered, key } = asking
  const position = texts.position(place, total)
  useEffect(() => {
    if (answered) void loadEnd().catch(() => undefined)
  }, [answered])
  return (
    <>
      <header class="plain-head"><h1>{texts.title}</h1><p>{texts.forToday(total, moreWaits)}</p></header>
      <section class="review-session" aria-label={texts.session}>
        <div class="review-bar">
          <progress max={total} value={answered ? place : Math.max(0, place - 1)} aria-label={texts.session} aria-valuetext={position} />
          <button class="button button--quiet" type="button" onClick={store.end}>{texts.endHere}</button>
        </div>
        <ReviewQuestion key={key} base={base} asking={asking} store={store} takesFocus={takesFocus} />
      </section>
    </>
  )
}

interface StateProps {
  readonly base: string
  readonly state: ReviewState
  readonly store: ReviewStore
  /** Whether the learner has done something on the page before this state. */
  readonly acted: boolean
}

const State = ({ base, state, store, acted }: StateProps) => {
  switch (state.status) {
    case 'loading':
      return <Head words={texts.loading} />
    case 'failed':
      return <Failed base={base} />
    case 'empty':
    case 'away':
    case 'waiting':
      return <Resting base={base} state={state} store={store} acted={acted} />
    case 'asking':
      return <RunningSession base={base} asking={state} store={store} takesFocus={acted} />
    case 'ended':
      return <End base={base} ended={state} store={store} />
  }
}

interface EndProps {
  readonly base: string
  readonly ended: Ended
  readonly store: ReviewStore
}

const End = ({ base, ended, store }: EndProps) => {
  const view = useLoaded(loadEnd)
  return typeof view === 'object'
    ? <view.ReviewEnd base={base} ended={ended} onMore={store.begin} />
    : <Head words={texts.loading} />
}

const Failed = ({ base }: { readonly base: string }) => (
  <Head words={texts.failed}><a class="button button--main" href={addresses(base).review}>{texts.tryAgain}</a></Head>
)

const Reviewing = ({ base, store }: { readonly base: string; readonly store: ReviewStore }) => {
  const state = useStore(store.$review)
  const shownAtMs = useShownAt()
  useEffect(store.look, [shownAtMs])
  // What comes first, once the record is read, must not take the focus from where the learner has it.
  const shown = useRef(0)
  const before = useRef<ReviewState>(state)
  if (before.current !== state) {
    if (before.current.status !== 'loading') shown.current += 1
    before.current = state
  }
  return (
    <>
      <State base={base} state={state} store={store} acted={shown.current > 0} />
      {(state.status === 'asking' || state.status === 'waiting' || state.status === 'ended') && <AwayForm onLeave={store.leave} />}
    </>
  )
}

/** Today's review: what is due, asked one after the other, and what to say when nothing is. */
export const ReviewPage = ({ base }: { readonly base: string }) => {
  const store = useLoaded(review)
  return (
    <div class="review-page" data-pagefind-ignore="all">
      {store === 'loading' ? <Head words={texts.loading} /> : store === 'failed' ? <Failed base={base} /> : <Reviewing base={base} store={store} />}
    </div>
  )
}

import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { addresses } from '../core/course/address.ts'
import { reviewTexts as texts } from '../messages/review.ts'
import { review } from '../stores/pages.ts'
import type { Asking, ReviewState, ReviewStore } from '../stores/review.ts'
import { AwayForm } from './parts/away-form.tsx'
import { ReviewQuestion } from './parts/review-question.tsx'
import { useLoaded } from './parts/use-loaded.ts'

/** What is not needed for a question is fetched apart from it. */
const loadEnd = () => import('./parts/review-end.tsx')
const loadLessonLink = () => import('./parts/lesson-link.tsx')

const LessonLink = (props: { readonly base: string; readonly isMain?: boolean }) => {
  const view = useLoaded(loadLessonLink)
  return typeof view === 'object' ? <view.LessonLink {...props} /> : null
}

interface HeadProps {
  readonly words: ComponentChildren
  /** Moves the focus to the heading when it appears, since what had it is gone. */
  readonly takesFocus?: boolean
  readonly children?: ComponentChildren
}

const Head = ({ words, takesFocus, children }: HeadProps) => {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [])
  return (
    <header class="plain-head">
      <h1 ref={title} tabIndex={-1}>{texts.title}</h1>
      <p role="status">{words}</p>
      {children && <p class="buttons">{children}</p>}
    </header>
  )
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
      return <Head words={texts.empty}><LessonLink base={base} isMain /></Head>
    case 'away':
      return (
        <Head key="away" words={texts.isAway(state.untilMs)} takesFocus={acted}>
          <button class="button button--main" type="button" onClick={store.comeBack}>{texts.back}</button>
          <LessonLink base={base} />
        </Head>
      )
    case 'waiting': {
      const { due, fresh, nextAtMs, now } = state
      const words = due > 0 ? texts.canWait(due) : `${texts.nothingDue(nextAtMs, now)}${fresh > 0 ? ` ${texts.fresh(fresh)}` : ''}`
      return (
        <Head key="waiting" words={words} takesFocus={acted}>
          {due + fresh > 0 && (
            <button class="button button--main" type="button" onClick={store.begin}>{due > 0 ? texts.begin(due) : texts.beginFresh(fresh)}</button>
          )}
          <LessonLink base={base} isMain={due + fresh === 0} />
        </Head>
      )
    }
    case 'asking':
      return <RunningSession base={base} asking={state} store={store} takesFocus={acted} />
    case 'ended':
      return <End base={base} ended={state} store={store} />
  }
}

interface EndProps {
  readonly base: string
  readonly ended: Extract<ReviewState, { readonly status: 'ended' }>
  readonly store: ReviewStore
}

const End = ({ base, ended, store }: EndProps) => {
  const view = useLoaded(loadEnd)
  return typeof view === 'object'
    ? <view.ReviewEnd base={base} result={ended.result} more={ended.more} onMore={store.begin} />
    : <Head words={texts.right(ended.result.right, ended.result.questions)} />
}

const Failed = ({ base }: { readonly base: string }) => (
  <Head words={texts.failed}><a class="button button--main" href={addresses(base).review}>{texts.tryAgain}</a></Head>
)

const Reviewing = ({ base, store }: { readonly base: string; readonly store: ReviewStore }) => {
  const state = useStore(store.$review)
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

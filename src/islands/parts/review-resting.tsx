import { reviewRestTexts as texts } from '../../messages/review-rest.ts'
import type { ReviewStore } from '../../stores/review.ts'
import type { ReviewState } from '../../stores/review-state.ts'
import { LessonLink } from './lesson-link.tsx'
import { Head } from './review-head.tsx'

export interface RestingProps {
  readonly base: string
  readonly state: Extract<ReviewState, { readonly status: 'empty' | 'away' | 'waiting' }>
  readonly store: ReviewStore
  /** Whether the learner has done something on the page before this state. */
  readonly acted: boolean
}

/** What the page says when it asks nothing: why, when something will be asked, and where to go on. */
export const Resting = ({ base, state, store, acted }: RestingProps) => {
  switch (state.status) {
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
      const { done, due, fresh, nextAtMs, now } = state
      const words = due > 0 ? (done ? texts.doneToday : texts.canWait(due)) : `${texts.nothingDue(nextAtMs, now)}${fresh > 0 ? ` ${texts.fresh(fresh)}` : ''}`
      return (
        <Head key="waiting" words={words} takesFocus={acted}>
          {due > 0 && done && <LessonLink base={base} isMain />}
          {due + fresh > 0 && (
            <button class={done && due > 0 ? 'button' : 'button button--main'} type="button" onClick={store.begin}>{due > 0 ? texts.begin(due) : texts.beginFresh(fresh)}</button>
          )}
          {!(due > 0 && done) && <LessonLink base={base} isMain={due + fresh === 0} />}
        </Head>
      )
    }
  }
}

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CourseOutline } from '../../core/course/outline.ts'
import type { LearnerRecord } from '../../core/record/record.ts'
import type { IndexedQuestion, QuestionIndex } from '../../core/review/question-index.ts'
import type { Sitting } from '../../core/sittings/sitting.ts'
import { addresses } from '../../core/course/address.ts'
import { isToRead, lessonStates, readingOf, UNTOUCHED } from '../../core/record/lesson-states.ts'
import { knownFrom } from '../../core/sittings/placement.ts'
import { placementTexts as texts, sittingTexts } from '../../messages/sittings.ts'
import { record } from '../../stores/app.ts'
import { Band } from './band.tsx'
import { SittingReview } from './sitting-review.tsx'

interface Props {
  readonly base: string
  readonly course: CourseOutline
  readonly index: QuestionIndex
  readonly events: LearnerRecord
  /** The placement that has ended. */
  readonly sitting: Sitting
  readonly asked: readonly IndexedQuestion[]
  readonly takesFocus: boolean
  /** What has been set aside. */
  readonly children: ComponentChildren
}

/**
 * What a placement suggests: lessons that seem known, to be set aside one by one or all at once, and what is then to be read, in order.
 * Setting aside writes an event for each lesson, so that each can be taken back by itself, on any device.
 */
export const PlacementPath = ({ base, course, index, events, sitting, asked, takesFocus, children }: Props) => {
  const [put, setPut] = useState<readonly string[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [])
  const states = lessonStates(events)
  const lessons = course.modules.flatMap((module) => module.lessons).map((lesson) => ({ ...lesson, state: (states.get(lesson.id) ?? UNTOUCHED).state }))
  const unread = lessons.filter(({ state }) => isToRead(state))
  const ids = knownFrom(index, [...sitting.answers.values()])
  const known = unread.filter(({ id }) => ids.includes(id))
  const { minutesToGo } = readingOf(unread)
  // What has been taken back since is no longer said.
  const said = put.length > 0 && !unread.some(({ id }) => put.includes(id)) ? texts.isAside(put.length) : ''
  const [first] = unread

  const setAside = (which: typeof known) => {
    for (const { id } of which) void record.append({ type: 'placed', lessons: [id] })
    setPut(which.map(({ id }) => id))
    // The button that was used is gone.
    heading.current?.focus()
  }
  return (
    <div class="placement">
      <Band id="known" title={texts.known} intro={texts.knownLine} heading={heading}>
        <p role="status">{said}</p>
        {known.length === 0
          ? !said && <p>{texts.knownNone}</p>
          : (
            <>
              <p class="buttons"><button class="button button--main" type="button" onClick={() => setAside(known)}>{texts.setAllAside(known.length)}</button></p>
              <ul class="plain-list">
                {known.map((lesson) => (
                  <li key={lesson.id}>
                    <a href={addresses(base).lesson(lesson.id)}>{lesson.title}</a>
                    <button class="button" type="button" aria-label={texts.setAsideName(lesson.title)} onClick={() => setAside([lesson])}>{texts.setAside}</button>
                  </li>
                ))}
              </ul>
            </>
          )}
      </Band>
      {children}
      <Band id="path" title={texts.path} intro={unread.length > 0 ? texts.pathLine(unread.length, minutesToGo) : ''}>
        {first === undefined ? <p>{texts.pathNone}</p> : (
          <>
            <ol class="plain-list">
              {unread.map(({ id, title, minutes }) => (
                <li key={id}><a href={addresses(base).lesson(id)}>{title}</a><span class="label-line">{sittingTexts.minutes(minutes)}</span></li>
              ))}
            </ol>
            <p class="buttons"><a class="button" href={addresses(base).lesson(first.id)}>{texts.start(first.title)}</a></p>
          </>
        )}
      </Band>
      <Band id="asked" title={texts.questions}><SittingReview base={base} sitting={sitting} asked={asked} lessons={lessons} /></Band>
    </div>
  )
}

import { useEffect, useState } from 'preact/hooks'
import { addresses } from '../core/course/address.ts'
import { completion } from '../core/sittings/completion.ts'
import { completionTexts as texts } from '../messages/sittings.ts'
import { now, record } from '../stores/app.ts'
import { CompletionRecord } from './parts/completion-record.tsx'
import { SittingWait } from './parts/sitting-wait.tsx'
import { useCourse } from './parts/use-course.ts'

/** The name is kept like other unfinished work: on this device, and in no copy of the record. */
const NAME = 'completion-name'

/** The completion record: what is missing while there is nothing to say, else a page to print. */
export const CompletionPage = ({ base }: { readonly base: string }) => {
  const facts = useCourse()
  const [name, setName] = useState('')
  useEffect(() => {
    const kept = record.loadDraft(NAME)
    if (typeof kept === 'string') setName(kept)
  }, [])
  if (typeof facts !== 'object') return <SittingWait intro={texts.intro} failed={facts === 'failed'} />
  const nowMs = now()
  const { course, index, events } = facts
  const so = completion(course, index, events, nowMs)
  if (!so.isWorthPrinting) {
    return (
      <section class="sitting-end">
        <h2>{texts.missing}</h2>
        <p>{texts.missingLine}</p>
        <ul class="outcomes">
          {so.read + so.reviewOnly === 0 && <li>{texts.missingLessons}</li>}
          {!so.final && <li>{texts.missingFinal}</li>}
        </ul>
        <p class="label-line">{texts.soFar}: {texts.lessonsLine(so.read, so.lessons, so.reviewOnly)}.</p>
        <p class="buttons">
          {!so.final && <a class="button button--main" href={addresses(base).finalCheck}>{texts.toFinal}</a>}
          {so.read + so.reviewOnly === 0 && <a class={so.final ? 'button button--main' : 'button button--quiet'} href={addresses(base).home}>{texts.toLessons}</a>}
        </p>
      </section>
    )
  }
  return (
    <>
      <div class="completion-form">
        <p class="sitting-intro">{texts.intro}</p>
        <label>
          <span>{texts.name}</span>
          <input
            type="text" autocomplete="name" maxLength={80} value={name} aria-describedby="name-line"
            onInput={({ currentTarget: { value } }) => {
              setName(value)
              record.saveDraft(NAME, value)
            }}
          />
        </label>
        <p class="label-line" id="name-line">{texts.nameLine}</p>
        <p class="buttons"><button class="button button--main" type="button" onClick={() => print()}>{texts.print}</button><span class="label-line">{texts.printLine}</span></p>
      </div>
      <CompletionRecord course={course.title} name={name} so={so} nowMs={nowMs} />
    </>
  )
}

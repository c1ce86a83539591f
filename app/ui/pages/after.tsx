import type { OffRamp } from '../../clinical/off-ramp.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { Told, type ToldView } from '../told.tsx'
import { Time, type When } from '../when.tsx'

type AfterPageProps = {
  words: Words
  /** Nothing has paused or ended: there is nothing to say. */
  isEmpty: boolean
  /** The person's own step, which was told to the practice. */
  told?: ToldView | undefined
  isOwnStep: boolean
  /** What a prescriber wrote with them. */
  offRamp?: (OffRamp & { by: string; at: When }) | undefined
  mayHaveMedicine: boolean
}

/** The off-ramp as its person reads it: what was agreed, what to do if it returns, what is left at home. */
export function AfterPage(props: AfterPageProps) {
  const { words, isEmpty, told, isOwnStep, offRamp, mayHaveMedicine } = props
  const { after } = words.way
  if (isEmpty)
    return (
      <div class="narrow flow">
        <h1>{after.title}</h1>
        <p>{after.none}</p>
        <p>
          <ButtonLink href="/portal">{after.backToday}</ButtonLink>
        </p>
      </div>
    )
  return (
    <div class="narrow flow">
      <h1>{after.title}</h1>
      <p class="lead">{after.lead}</p>
      {isOwnStep && <p>{after.ownStep}</p>}
      {told && <Told words={words.told} told={told} />}
      {offRamp && (
        <section class="flow" aria-labelledby="agreed">
          <h2 id="agreed">{after.agreedTitle}</h2>
          <ul>
            <li>{after.stopVisit[offRamp.stopVisit]}</li>
            <li>{after.lastMeasures[offRamp.lastMeasures]}</li>
            <li>{after.therapist[offRamp.therapist]}</li>
          </ul>
        </section>
      )}
      <section class="flow" aria-labelledby="returns">
        <h2 id="returns">{after.returnsTitle}</h2>
        {offRamp && (
          <Notice>
            {offRamp.ifItReturns.split(/\n+/).map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p class="quiet">
              {after.fromDoctor(offRamp.by)}, <Time when={offRamp.at} />
            </p>
          </Notice>
        )}
        <ul>
          {after.returns.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <a href="/help">{after.helpLink}</a>
        </p>
      </section>
      {mayHaveMedicine && (
        <section class="flow" aria-labelledby="at-home">
          <h2 id="at-home">{after.medicineTitle}</h2>
          <p>{after.medicine}</p>
        </section>
      )}
      <p>
        <ButtonLink href="/portal">{after.backToday}</ButtonLink>
      </p>
    </div>
  )
}

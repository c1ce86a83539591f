import type { EmptyBecause } from '../../clinical/instruments/questionnaire-state.ts'
import type { Words } from '../../content/words.ts'
import { InstrumentForm, type InstrumentFormChoices } from '../instrument-form.tsx'
import { type LoadedView, LoadedWording } from '../loaded-wording.tsx'

export type BuiltInView = {
  name: string
  /** Its page under docs/clinical. */
  source: string
  /** Whose the wording is, in English; null for our own. */
  notice: string | null
}

/** One language of one slot. */
export type SlotLanguageView = {
  language: 'en' | 'es'
  /** The newest version with a text, whether it still holds or not. */
  last: LoadedView | null
  /** Why there is no text in this language now; null when there is. */
  because: EmptyBecause | null
  earlier: readonly { number: number; textVersion: string | null; because: string | null }[]
}

export type SlotView = {
  name: string
  source: string
  languages: readonly SlotLanguageView[]
  /** One point for the whole instrument. `because` null: a language has a text, which no page asks. */
  open: { because: EmptyBecause | null; standIns: readonly string[] }
}

type InstrumentsPageProps = {
  words: Words['instruments']
  builtIn: readonly BuiltInView[]
  slots: readonly SlotView[]
  /** Null for those who may look and not load. */
  form: InstrumentFormChoices | null
}

/** Which scales have a text, what allows it, and what is asked in the place of each: a text is kept and not asked yet. */
export function InstrumentsPage({ words, builtIn, slots, form }: InstrumentsPageProps) {
  return (
    <div class="wide flow instruments">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <OpenPoints words={words} slots={slots} />
      <h2>{words.slots}</h2>
      <dl class="facts">
        {slots.map((slot) => (
          <Slot key={slot.name} words={words} slot={slot} mayChange={form !== null} />
        ))}
      </dl>
      {form && <InstrumentForm words={words} choices={form} />}
      <h2>{words.builtIn}</h2>
      <dl class="facts">
        {builtIn.map(({ name, source, notice }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="flow">
              <p>{notice === null ? words.ownWords : words.published}</p>
              <p class="quiet" lang={notice === null ? undefined : 'en'}>
                {notice ?? words.ownLicence}
              </p>
              <Source words={words} source={source} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function OpenPoints({ words, slots }: { words: Words['instruments']; slots: readonly SlotView[] }) {
  return (
    <section class="flow" aria-labelledby="open-points">
      <h2 id="open-points">{words.open.title}</h2>
      <ul class="plain-list">
        {slots.map(({ name, open: { because, standIns } }) => (
          <li key={name}>
            <strong>
              {because === null ? words.open.notAsked(name) : words.open.noText(name, words.because[because])}
            </strong>{' '}
            {standIns.length > 0 ? words.open.standIn(standIns.join(', ')) : words.open.noStandIn}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Slot({
  words,
  slot,
  mayChange,
}: {
  words: Words['instruments']
  slot: SlotView
  mayChange: boolean
}) {
  return (
    <div>
      <dt>{slot.name}</dt>
      <dd class="flow">
        {slot.languages.map(({ language, last, because, earlier }) => (
          <div key={language} class="flow">
            <p>
              <strong>{words.language[language]}</strong>{' '}
              {because === null ? words.kept(last?.textVersion ?? '') : words.empty(words.because[because])}
            </p>
            {last && (
              <LoadedWording
                words={words}
                wording={last}
                mayWithdraw={mayChange && because !== 'withdrawn'}
              />
            )}
            {earlier.length > 0 && (
              <details class="answers">
                <summary>{words.earlier}</summary>
                <ul class="plain-list quiet">
                  {earlier.map((one) => (
                    <li key={one.number}>
                      {one.because === null
                        ? words.earlierText(one.number, one.textVersion ?? '')
                        : words.earlierWithdrawn(one.number, one.because)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        ))}
        <Source words={words} source={slot.source} />
      </dd>
    </div>
  )
}

const Source = ({ words, source }: { words: Words['instruments']; source: string }) => (
  <p class="quiet">
    {words.source}: <code>{source}</code>
  </p>
)

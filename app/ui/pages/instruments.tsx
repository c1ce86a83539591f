import type { AskedPlace } from '../../clinical/asked-where.ts'
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
  /** One point for the whole instrument. `because` null: these languages have a text in force. */
  open: {
    because: EmptyBecause | null
    languages: readonly ('en' | 'es')[]
    places: readonly AskedPlace[]
    standIns: readonly string[]
  }
}

type InstrumentsPageProps = {
  words: Words['instruments']
  builtIn: readonly BuiltInView[]
  slots: readonly SlotView[]
  /** Null for those who may look and not load. */
  form: InstrumentFormChoices | null
}

/** Which scales have a text, what allows it, where each is asked, and what is asked in its place. */
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
        {slots.map(({ name, open }) => (
          <li key={name}>
            <strong>{standing(words, name, open)}</strong> {instead(words, open)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function standing(
  words: Words['instruments'],
  name: string,
  { because, languages, places }: SlotView['open'],
): string {
  if (because !== null) return words.open.noText(name, words.because[because])
  if (places.length === 0) return words.open.notAsked(name)
  return words.open.asked(
    name,
    languages.map((language) => words.language[language]).join(', '),
    places.map((place) => words.places[place]).join(', '),
  )
}

/** With a text in every language nothing stands in. */
function instead(words: Words['instruments'], { languages, places, standIns }: SlotView['open']): string {
  if (places.length > 0 && languages.length === 2) return ''
  if (standIns.length === 0) return words.open.noStandIn
  const names = standIns.join(', ')
  return places.length > 0 && languages.length > 0 ? words.open.standInElse(names) : words.open.standIn(names)
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
              {because === null
                ? words.inForce(last?.textVersion ?? '')
                : words.empty(words.because[because])}
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

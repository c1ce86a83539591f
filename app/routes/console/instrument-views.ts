/** What the page of questionnaires shows, from what is stored and what ships. */
import { placesOf } from '../../clinical/asked-where.ts'
import type { Day } from '../../clinical/calendar-day.ts'
import type { LicenceRecord } from '../../clinical/instruments/questionnaire-licence.ts'
import { slotOf, TEXT_SLOTS } from '../../clinical/instruments/questionnaire-slots.ts'
import { textState } from '../../clinical/instruments/questionnaire-state.ts'
import { INSTRUMENTS } from '../../clinical/instruments/registry.ts'
import { INSTRUMENT_NAMES, SHIPPED_NOTICES } from '../../content/instrument-names.ts'
import type { Words } from '../../content/words.ts'
import type { StoredWording } from '../../records/instrument-wordings.ts'
import { clockface } from '../../system/time.ts'
import type { LoadedView } from '../../ui/loaded-wording.tsx'
import type { BuiltInView, SlotLanguageView, SlotView } from '../../ui/pages/instruments.tsx'
import type { When } from '../../ui/when.tsx'

const LANGUAGES = ['en', 'es'] as const

type Reader = { words: Words['instruments']; language: string; timeZone: string }

export const nameOf = (code: string, words: Words['instruments']): string =>
  INSTRUMENT_NAMES[code] ?? words.names[code] ?? code

/** The instruments whose text ships, in the order of the clinical pages. */
export const builtInViews = (words: Words['instruments']): BuiltInView[] =>
  INSTRUMENTS.filter(({ code }) => slotOf(code) === undefined).map(({ code, source }) => ({
    name: nameOf(code, words),
    source,
    notice: SHIPPED_NOTICES[code] ?? null,
  }))

/** The slots, each with both languages and one point: what is asked where by which text, or in its place. */
export function slotViews(stored: readonly StoredWording[], today: Day, reader: Reader): SlotView[] {
  return TEXT_SLOTS.map(({ instrument }) => {
    const states = LANGUAGES.map((language) => textState(instrument, language, stored, today))
    const languages = LANGUAGES.map((language, i): SlotLanguageView => {
      const versions = stored.filter((one) => one.instrument === instrument.code && one.language === language)
      const last = versions.map((one) => loadedView(one, reader)).find((view) => view !== null) ?? null
      const state = states[i]
      return {
        language,
        last,
        because: state?.state === 'empty' ? state.because : null,
        earlier: versions
          .filter(({ id }) => id !== last?.id)
          .map(({ version, textVersion, because }) => ({ number: version, textVersion, because })),
      }
    })
    return {
      name: nameOf(instrument.code, reader.words),
      source: instrument.source,
      languages,
      open: openPoint(instrument.code, states, reader.words),
    }
  })
}

/** No reason with a text in any language. Else that of a text that was there, before that of none. */
function openPoint(
  code: string,
  states: readonly ReturnType<typeof textState>[],
  words: Words['instruments'],
): SlotView['open'] {
  const slots = states.flatMap((state) => (state.state === 'built-in' ? [] : [state]))
  const reasons = slots.flatMap((state) => (state.state === 'empty' ? [state.because] : []))
  const languages = slots.flatMap((state) => (state.state === 'in-force' ? [state.last.language] : []))
  const told = reasons.find((because) => because !== 'never-loaded') ?? reasons[0] ?? null
  const standIns = (slots[0]?.standIns ?? []).map((code) => nameOf(code, words))
  return { because: languages.length > 0 ? null : told, languages, places: placesOf(code), standIns }
}

function loadedView(stored: StoredWording, { language, timeZone }: Reader): LoadedView | null {
  const { id, version, licence, textVersion, fileHash, uploadedBy, uploadedWith, uploadedAt } = stored
  if (licence === null || textVersion === null || fileHash === null) return null
  const at = clockface(language, timeZone).instant(uploadedAt)
  return {
    ...{ id, number: version, textVersion, fileHash },
    licence: licenceView(licence, language),
    uploaded: { by: uploadedBy, at, withCommand: uploadedWith === 'command' },
  }
}

const licenceView = ({ grantedBy, grantedTo, terms, grantedOn, until }: LicenceRecord, language: string) => ({
  ...{ grantedBy, grantedTo, terms },
  from: dayOf(grantedOn, language),
  until: until === null ? null : dayOf(until, language),
})

/** A day of the calendar is the same everywhere: no zone moves it. */
const dayOf = (day: Day, language: string): When => ({
  iso: day,
  text: clockface(language, 'UTC').day(new Date(`${day}T00:00:00Z`)).text,
})

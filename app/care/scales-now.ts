/** Which scales there is a text of for one person today, and what they have answered by one, out of the record. */
import type { Day } from '../clinical/calendar-day.ts'
import { textState } from '../clinical/instruments/questionnaire-state.ts'
import type { TextLanguage } from '../clinical/instruments/questionnaire-text.ts'
import {
  type AskedBy,
  begunSheet,
  isSameText,
  type ScaleResponse,
  scaleResponseIn,
  scaleSheet,
} from '../clinical/instruments/scale-response.ts'
import { SCALE_KEYS, SCALE_PARTS, type ScalePart, type ScalesNow } from '../clinical/intake/scales.ts'
import type { AnswerSheet } from '../records/answer-sheets.ts'
import type { StoredWording } from '../records/instrument-wordings.ts'
import type { StoredIntake } from '../records/intake.ts'
import { calendarDay } from '../system/time.ts'

export type StoredScale = { sheetId: string; response: ScaleResponse; authoredAt: Date }

export type StoredScales = {
  answered: ReadonlyMap<ScalePart, StoredScale>
  /** Begun by the text there is today, and not handed in since. */
  begun: ReadonlyMap<ScalePart, StoredScale>
  inForce: ReadonlyMap<ScalePart, AskedBy>
  /** Had a text in this language once, and has none now. */
  lapsed: ReadonlySet<ScalePart>
}

type Stored = Pick<StoredIntake, 'sheets' | 'texts' | 'timeZone'>

/** Every scale that was handed in, whatever became of its text. */
export const answeredIn = ({ sheets }: Pick<Stored, 'sheets'>): StoredScales['answered'] =>
  new Map(
    SCALE_KEYS.flatMap((part) => {
      const whole = storedIn(sheets.get(scaleSheet(SCALE_PARTS[part].instrument.code)))
      return whole ? [[part, whole]] : []
    }),
  )

/** @param language in which the person is asked */
export function scalesIn(
  { sheets, texts, timeZone }: Stored,
  language: TextLanguage,
  now: Date,
): StoredScales {
  const today = calendarDay(now, timeZone)
  const answered = answeredIn({ sheets })
  const begun = new Map<ScalePart, StoredScale>()
  const inForce = new Map<ScalePart, AskedBy>()
  const lapsed = new Set<ScalePart>()
  for (const part of SCALE_KEYS) {
    const { instrument } = SCALE_PARTS[part]
    const whole = answered.get(part)
    const state = textState(instrument, language, texts, today)
    if (state.state === 'in-force') inForce.set(part, askedBy(state.last))
    else if (state.state === 'empty' && state.last) lapsed.add(part)
    const some = storedIn(sheets.get(begunSheet(instrument.code)))
    const by = inForce.get(part)
    if (some && by && isSameText(some.response, by) && !(whole && whole.authoredAt >= some.authoredAt))
      begun.set(part, some)
  }
  return { answered, begun, inForce, lapsed }
}

/** Of which scales there is a text in a language, on a day of the practice's calendar. */
export const scalesInForce = (
  texts: readonly StoredWording[],
  language: TextLanguage,
  today: Day,
): ReadonlySet<ScalePart> =>
  new Set(
    SCALE_KEYS.filter(
      (part) => textState(SCALE_PARTS[part].instrument, language, texts, today).state === 'in-force',
    ),
  )

/** What the rules of asking and the facts look at. */
export const answersIn = ({ answered, inForce }: StoredScales): Omit<ScalesNow, 'parts'> => ({
  answered: Object.fromEntries([...answered].map(([part, { response }]) => [part, response.answers])),
  inForce: new Set(inForce.keys()),
})

export const askedBy = ({ id, language, textVersion }: StoredWording): AskedBy => ({
  language,
  wordingId: id,
  textVersion: textVersion ?? '',
})

function storedIn(sheet: AnswerSheet | undefined): StoredScale | undefined {
  const response = sheet && scaleResponseIn(sheet.answers)
  return response && { sheetId: sheet.id, response, authoredAt: sheet.authoredAt }
}

/**
 * What one person is asked on the day of their session: nothing that the record settles already.
 *
 * Source: S-4 of docs/clinical/rules.md. Sign-off: docs/clinical/day-check.md
 */
import type { Day } from '../calendar-day.ts'
import type { UnrealFacts } from '../course/feeling-unreal.ts'
import { holdHoursOf } from '../medicines/hold.ts'
import type { MedicineList } from '../medicines/medicine-list.ts'
import { type Limits, limitAt } from '../protocol.ts'
import { alphaByList, alphaLines, type HeldLine, heldLines } from './medicines-of-day.ts'
import { type DayQuestion, PATIENT_DAY } from './questions.ts'

/** What is on record about the person before anything is asked. */
export type DayKnown = {
  /** The list gone through at intake, with what was told at the gates since. Undefined: there is none. */
  medicines: MedicineList | undefined
  /** No only where the record says so. */
  canBePregnant: boolean
  /** The calendar day where the person is. */
  today: Day
  /** Feeling unreal, as it was answered between the sessions; left out where no scale of it is asked. */
  unreal?: UnrealFacts
}

export const SUBSTANCES = ['alcohol', 'sedative', 'cannabis'] as const
export type Substance = (typeof SUBSTANCES)[number]

export type OwnDay = {
  questions: readonly DayQuestion[]
  /** Their medicines of which the hours are asked. */
  held: readonly HeldLine[]
  /** Their medicines of which `alphaHours` asks, by the record. Undefined: none is on record. */
  alphaText: string | undefined
  /** The hours named in the question; undefined where nobody signed any. */
  hours: Readonly<Record<Substance, number | undefined>>
}

export function ownDay({ medicines, canBePregnant, today }: DayKnown, limits: Limits): OwnDay {
  const held = heldLines(medicines, today, limits)
  const takesAlpha = alphaByList(medicines, today, limits)
  const questions = PATIENT_DAY.flatMap((question): DayQuestion[] => {
    const { name, after } = question
    const { after: _, ...outright } = question
    if (name === 'taken')
      return [question, ...held.map((line): DayQuestion => ({ name: line.name, ...HOURS_AGO }))]
    if (!canBePregnant && (name === 'pregnant' || after?.name === 'pregnant')) return []
    if (takesAlpha === true && name === 'alpha') return []
    if (takesAlpha === true && after?.name === 'alpha') return [outright]
    // The whole list says no: only something begun since can be one.
    if (takesAlpha === false && name === 'alpha')
      return [{ ...question, after: { name: 'medicineChange', is: 'started' } }]
    return [question]
  })
  const alphaText = takesAlpha ? alphaLines(medicines, today, limits).join(', ') : undefined
  return { questions, held, alphaText, hours: substanceHours(limits) }
}

/** So far back as anybody needs to remember; whoever does not may leave it out. */
const HOURS_AGO = { kind: 'number', from: 0, to: 999 } as const

/** Where two are signed for the same substance, the longer. */
function substanceHours(limits: Limits): OwnDay['hours'] {
  const longer = (own: number | undefined, ofClass: number | undefined) =>
    own === undefined ? undefined : Math.max(own, ofClass ?? 0)
  return {
    alcohol: longer(limitAt(limits, 'fasting.alcoholHours'), holdHoursOf('alcohol', limits)),
    sedative: limitAt(limits, 'fasting.sedativeHours'),
    cannabis: longer(limitAt(limits, 'fasting.cannabisHours'), holdHoursOf('cannabis', limits)),
  }
}

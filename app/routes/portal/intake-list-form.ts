import { dayNumber } from '../../clinical/calendar-day.ts'
import {
  type MedicineLine,
  type MedicinesTold,
  PRAZOSIN_ANSWERS,
} from '../../clinical/intake/medicines-told.ts'
import { MEDICINE_KINDS, type MedicineKind, readMedicine } from '../../clinical/medicines/medicine-list.ts'
import { SKIP } from '../intake-form.ts'
import { textIn } from '../sign-in/replies.tsx'

const MOST_LINES = 60
/** Empty lines after what is written. Most people have more from a doctor than from the store. */
const BLANKS: Readonly<Record<MedicineKind, number>> = {
  prescribed: 2,
  'without-prescription': 1,
  'supplement-or-herb': 1,
}
const LONGEST_NAME = 120

/** One line of the form, as it was written. */
export type WrittenLine = {
  kind: MedicineKind
  text: string
  taking: string
  stoppedOn: string
  /** What was chosen for a part of the text, by that part. */
  picked: Readonly<Record<string, string>>
  /** The text whose choices were before the person's eyes. */
  shown: string
}

export type WrittenList = {
  lines: readonly WrittenLine[]
  /** By kind: `none`, not to say, or nothing. */
  instead: Readonly<Record<MedicineKind, string>>
  prazosin: string
}

/** Names of the fields, for the form and for reading it. */
export const field = {
  kind: (at: number) => `m${at}.kind`,
  text: (at: number) => `m${at}.text`,
  taking: (at: number) => `m${at}.taking`,
  stoppedOn: (at: number) => `m${at}.stopped`,
  shown: (at: number) => `m${at}.shown`,
  pick: (at: number, part: string) => `m${at}.pick.${part}`,
  instead: (kind: MedicineKind) => `no.${kind}`,
  prazosin: 'prazosin',
}

export const NONE_TAKEN = 'none'

export function readWrittenList(fields: Record<string, unknown>): WrittenList {
  const lines: WrittenLine[] = []
  for (let at = 0; at < MOST_LINES; at++) {
    const kind = MEDICINE_KINDS.find((one) => one === fields[field.kind(at)])
    const text = textIn(fields, field.text(at)).trim().slice(0, LONGEST_NAME)
    if (kind === undefined || text === '') continue
    const prefix = field.pick(at, '')
    const picked = Object.entries(fields).flatMap(([name, value]): [string, string][] =>
      name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value]] : [],
    )
    lines.push({
      kind,
      text,
      taking: textIn(fields, field.taking(at)),
      stoppedOn: textIn(fields, field.stoppedOn(at)),
      picked: Object.fromEntries(picked),
      shown: textIn(fields, field.shown(at)),
    })
  }
  return {
    lines,
    instead: {
      prescribed: textIn(fields, field.instead('prescribed')),
      'without-prescription': textIn(fields, field.instead('without-prescription')),
      'supplement-or-herb': textIn(fields, field.instead('supplement-or-herb')),
    },
    prazosin: textIn(fields, field.prazosin),
  }
}

/** What was kept, as it would be written. */
export const writtenListOf = ({ lines, none, declined, prazosin }: MedicinesTold): WrittenList => {
  const insteadOf = (kind: MedicineKind) =>
    none.includes(kind) ? NONE_TAKEN : declined.includes(kind) ? SKIP : ''
  return {
    lines: lines.map(({ kind, text, taking, picked = [] }) => ({
      kind,
      text,
      taking: typeof taking === 'object' ? 'stopped' : (taking ?? ''),
      stoppedOn: typeof taking === 'object' && taking.stoppedOn !== 'not-known' ? taking.stoppedOn : '',
      picked: Object.fromEntries(picked.map(({ part, as }) => [part, as])),
      shown: text,
    })),
    instead: {
      prescribed: insteadOf('prescribed'),
      'without-prescription': insteadOf('without-prescription'),
      'supplement-or-herb': insteadOf('supplement-or-herb'),
    },
    prazosin: prazosin ?? '',
  }
}

/** As it is kept. A day that is none counts as not known: nothing written is lost by it. */
export function toldOf({ lines, instead, prazosin }: WrittenList): MedicinesTold {
  const isFree = (kind: MedicineKind) => !lines.some((line) => line.kind === kind)
  const answer = PRAZOSIN_ANSWERS.find((one) => one === prazosin)
  return {
    lines: lines.map(lineOf),
    none: MEDICINE_KINDS.filter((kind) => isFree(kind) && instead[kind] === NONE_TAKEN),
    declined: MEDICINE_KINDS.filter((kind) => isFree(kind) && instead[kind] === SKIP),
    ...(answer === undefined ? {} : { prazosin: answer }),
  }
}

function lineOf({ kind, text, taking, stoppedOn, picked }: WrittenLine): MedicineLine {
  const day = dayNumber(stoppedOn) === undefined ? 'not-known' : stoppedOn
  const said =
    taking === 'stopped'
      ? { stoppedOn: day }
      : taking === 'taking' || taking === 'not-known'
        ? taking
        : undefined
  const picks = Object.entries(picked).map(([part, as]) => ({ part, as }))
  return {
    kind,
    text,
    ...(said === undefined ? {} : { taking: said }),
    ...(picks.length === 0 ? {} : { picked: picks }),
  }
}

/** Names that may be several, and were not put before the person yet. What was, may stay open. */
export const isToBeAsked = (line: WrittenLine): boolean =>
  line.shown !== line.text && readMedicine(lineOf(line)).open.some(({ choices }) => choices.length > 0)

/** The lines of one kind with empty ones after them, each with its number in the form. */
export function rowsFor({
  lines,
}: WrittenList): { kind: MedicineKind; rows: (WrittenLine & { at: number })[] }[] {
  let at = 0
  return MEDICINE_KINDS.map((kind) => {
    const blank: WrittenLine = { kind, text: '', taking: '', stoppedOn: '', picked: {}, shown: '' }
    const own = [
      ...lines.filter((line) => line.kind === kind),
      ...Array.from({ length: BLANKS[kind] }, () => blank),
    ]
    return { kind, rows: own.map((line) => ({ ...line, at: at++ })) }
  })
}

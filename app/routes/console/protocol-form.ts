/**
 * A protocol out of a form. An empty field is no limit; one that is missing from what was sent is no answer at all,
 * because a form that was cut off on its way must not take limits away.
 */
import { dayNumber } from '../../clinical/calendar-day.ts'
import type { PlainField } from '../../clinical/protocol/field.ts'
import { fieldAt } from '../../clinical/protocol/fields.ts'
import { type Cell, type CellValue, cellsOf, limitsOf, placeName } from '../../clinical/protocol/places.ts'
import type { Limits } from '../../clinical/protocol.ts'
import type { FieldProblem } from '../../ui/protocol/limit-fields.tsx'

const LONGEST_TEXT = 200
const NUMBER = /^-?\d{1,7}(\.\d{1,4})?$/

export type ReadProtocolForm =
  | { status: 'read'; limits: Limits; expiresOn: string | null }
  /** By the names of their fields. */
  | { status: 'unclear'; problems: Map<string, FieldProblem> }
  /** Fields are missing: nothing in it can be believed. */
  | { status: 'cut-off' }

export const EXPIRES_ON = 'expiresOn'

/** @param today 'YYYY-MM-DD' where the practice is: a protocol is signed until a day to come */
export function readProtocolForm(fields: Record<string, unknown>, today: string): ReadProtocolForm {
  const problems = new Map<string, FieldProblem>()
  const cells: Cell[] = []
  for (const cell of cellsOf({})) {
    const name = placeName(cell.place)
    const written = readCell(fields, name, cell.field)
    if (written === 'cut-off') return { status: 'cut-off' }
    if (written.problem) problems.set(name, written.problem)
    cells.push({ ...cell, value: written.value })
  }
  for (const name of incompleteRows(cells))
    if (!problems.has(name)) problems.set(name, { is: 'row-incomplete' })
  const day = fields[EXPIRES_ON]
  if (typeof day !== 'string') return { status: 'cut-off' }
  const expiresOn = day.trim() === '' ? null : day.trim()
  if (expiresOn !== null && dayNumber(expiresOn) === undefined) problems.set(EXPIRES_ON, { is: 'no-day' })
  else if (expiresOn !== null && expiresOn <= today) problems.set(EXPIRES_ON, { is: 'day-past' })
  return problems.size > 0
    ? { status: 'unclear', problems }
    : { status: 'read', limits: limitsOf(cells), expiresOn }
}

type ReadCell = { value: CellValue | undefined; problem?: FieldProblem }

function readCell(fields: Record<string, unknown>, name: string, field: PlainField): ReadCell | 'cut-off' {
  if (field.is === 'choices') return readChoices(fields, name, field.of)
  const sent = fields[name]
  if (typeof sent !== 'string') return 'cut-off'
  const text = sent.trim()
  if (text === '') return { value: undefined }
  switch (field.is) {
    case 'yes-no':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : unclear('not-offered')
    case 'choice':
      return field.of.includes(text) ? { value: text } : unclear('not-offered')
    case 'text':
      return text.length > LONGEST_TEXT ? unclear('too-long') : { value: text }
    case 'texts': {
      const items = itemsOf(text, '\n')
      return items.some((item) => item.length > LONGEST_TEXT) ? unclear('too-long') : { value: items }
    }
    case 'number':
      return readNumber(text, field)
    case 'numbers': {
      const read = itemsOf(text, /[,\n]/).map((item) => readNumber(item, field))
      const problem = read.find((one) => one.problem)?.problem
      return problem ? { value: undefined, problem } : { value: read.map(({ value }) => Number(value)) }
    }
  }
}

const unclear = (is: Exclude<FieldProblem['is'], 'out-of-range'>): ReadCell => ({
  value: undefined,
  problem: { is },
})

const itemsOf = (text: string, between: string | RegExp): string[] =>
  text
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== '')

type InRange = { from: number; to: number; hasParts?: true }

function readNumber(text: string, { from, to, hasParts }: InRange): ReadCell {
  if (!NUMBER.test(text)) return unclear('not-a-number')
  const value = Number(text)
  if (!hasParts && !Number.isInteger(value)) return unclear('not-whole')
  return value < from || value > to
    ? { value: undefined, problem: { is: 'out-of-range', from, to } }
    : { value: value === 0 ? 0 : value } // no minus nought
}

/** Boxes, each with a name of its own. None ticked is no limit; that nothing is meant has a box too. */
function readChoices(fields: Record<string, unknown>, name: string, of: readonly string[]): ReadCell {
  const ticked = of.filter((option) => fields[`${name}.${option}`] === 'yes')
  const isNone = fields[`${name}.none`] === 'yes'
  if (isNone) return ticked.length > 0 ? unclear('none-and-some') : { value: [] }
  return { value: ticked.length > 0 ? ticked : undefined }
}

/** Names of fields that a row which was begun needs too. */
function incompleteRows(cells: readonly Cell[]): string[] {
  return cells.flatMap(({ place, value }) => {
    const { path, row, column } = place
    const field = fieldAt(path)
    if (field.is !== 'rows' || value !== undefined || !field.needs.includes(column ?? '')) return []
    const isBegun = cells.some((other) => {
      return other.place.path === path && other.place.row === row && other.value !== undefined
    })
    return isBegun ? [placeName(place)] : []
  })
}

/** What a form shows for limits that are stored: the text in each field, by its name. */
export function writtenOf(limits: Limits, expiresOn: string | null): Record<string, string> {
  const written: Record<string, string> = { [EXPIRES_ON]: expiresOn ?? '' }
  for (const { place, field, value } of cellsOf(limits)) {
    const name = placeName(place)
    if (field.is === 'choices') {
      const chosen = Array.isArray(value) ? value : undefined
      for (const option of chosen ?? []) written[`${name}.${option}`] = 'yes'
      if (chosen?.length === 0) written[`${name}.none`] = 'yes'
    } else written[name] = field.is === 'texts' && Array.isArray(value) ? value.join('\n') : textOf(value)
  }
  return written
}

function textOf(value: CellValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join(', ') : String(value)
}

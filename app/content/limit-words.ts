/** The fields of a protocol in words: each limit with its unit, and what changed from one version to the next. */
import type { Change } from '../clinical/protocol/diff.ts'
import type { PlainField, Unit } from '../clinical/protocol/field.ts'
import { isLimitPath } from '../clinical/protocol/fields.ts'
import { groupOf, type LimitColumn, type LimitGroup, type LimitOption } from '../clinical/protocol/names.ts'
import { type CellValue, cellsAt, type Place } from '../clinical/protocol/places.ts'
import type { LimitPath, Limits } from '../clinical/protocol.ts'
import { limits as limitsEn } from './en/limits.ts'
import { limits as limitsEs } from './es/limits.ts'
import type { Language } from './words.ts'

export type LimitWords = {
  groups: Record<LimitGroup, string>
  /** Every field. A new one without its words does not compile. */
  labels: Record<LimitPath, string>
  columns: Record<LimitColumn, string>
  options: Record<LimitOption, string>
  units: Record<Unit, string>
  outOf: (unit: string, highest: number) => string
  yes: string
  no: string
  /** What stands where nobody set a limit. */
  notSet: string
  change: {
    set: (now: string) => string
    removed: (was: string) => string
    changed: (was: string, now: string) => string
  }
}

export const limitWords: Record<Language, LimitWords> = { en: limitsEn, es: limitsEs }

export const optionText = ({ options }: LimitWords, name: string): string =>
  Object.hasOwn(options, name) ? options[name as LimitOption] : name

export const columnLabel = ({ columns }: LimitWords, path: LimitPath, column: string): string => {
  const name = `${path}.${column}`
  return Object.hasOwn(columns, name) ? columns[name as LimitColumn] : name
}

/** What a place is called: the field, and in a list its row and column. */
export function placeLabel(language: Language, { path, row, column }: Place): string {
  const words = limitWords[language]
  const own = words.labels[path]
  if (row === undefined || column === undefined) return own
  return `${own}: ${optionText(words, row)}, ${columnLabel(words, path, column)}`
}

/** With its group before it, for where it stands alone: two groups may call their limits alike. */
export const fullLabel = (language: Language, place: Place): string =>
  `${limitWords[language].groups[groupOf(place.path)]}: ${placeLabel(language, place)}`

/** `vitals.before.holdSystolicMmHg` or `dose.bands.careful.startMg` as it is called; undefined when it is no limit. */
export function limitLabel(language: Language, name: string): string | undefined {
  if (isLimitPath(name)) return fullLabel(language, { path: name })
  const [column, row, ...rest] = name.split('.').reverse()
  const path = rest.reverse().join('.')
  return isLimitPath(path) && row !== undefined && column !== undefined
    ? fullLabel(language, { path, row, column })
    : undefined
}

/** The unit as it stands behind a number; empty where there is none. */
export function unitText(language: Language, field: PlainField): string {
  const { units, outOf } = limitWords[language]
  if (field.is !== 'number' && field.is !== 'numbers') return ''
  return field.outOf === undefined ? units[field.unit] : outOf(units[field.unit], field.outOf)
}

/** A signed value with its unit. */
export function cellText(language: Language, field: PlainField, value: CellValue | undefined): string {
  const words = limitWords[language]
  if (value === undefined) return words.notSet
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const items = typeof value === 'object' ? value : [value]
  const text = items.map((item) => (typeof item === 'string' ? optionText(words, item) : item)).join(', ')
  return `${text} ${unitText(language, field)}`.trim()
}

/** What changed at one place, as a sentence: what it was, and what it is now. */
export function changeText(language: Language, { field, before, after }: Change): string {
  const { change } = limitWords[language]
  if (before === undefined) return change.set(cellText(language, field, after))
  if (after === undefined) return change.removed(cellText(language, field, before))
  return change.changed(cellText(language, field, before), cellText(language, field, after))
}

/** One row of a field as it is read: its name, where it is one of several, and what is set in it. */
export type LimitRow = { name: string | undefined; text: string }

/** One field as rows to read: one value, or one row for each that is set. Empty: nobody set it. */
export function limitRows(language: Language, limits: Limits, path: LimitPath): LimitRow[] {
  const words = limitWords[language]
  const cells = cellsAt(limits, path).filter(({ value }) => value !== undefined)
  const rows = [...new Set(cells.map(({ place }) => place.row))]
  return rows.map((row) => {
    const own = cells.filter(({ place }) => place.row === row)
    const parts = own.map(({ place, field, value }) => {
      const text = cellText(language, field, value)
      return place.column === undefined ? text : `${columnLabel(words, path, place.column)} ${text}`
    })
    return { name: row === undefined ? undefined : optionText(words, row), text: parts.join(' · ') }
  })
}

/** The same, each row as one line. */
export const limitLines = (language: Language, limits: Limits, path: LimitPath): string[] =>
  limitRows(language, limits, path).map(({ name, text }) => (name === undefined ? text : `${name}: ${text}`))

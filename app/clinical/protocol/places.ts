/** Where each signed value stands, down to one cell of a list: `dose.bands.careful.startMg`. */
import { type LimitPath, type Limits, limitAt } from '../protocol.ts'
import type { AnyRowsField, PlainField } from './field.ts'
import { fieldAt, LIMIT_PATHS } from './fields.ts'

export type CellValue = number | string | boolean | readonly (number | string)[]

/** A field, or one cell of a field that is a list of rows. */
export type Place = { path: LimitPath; row?: string; column?: string }

export type Cell = { place: Place; field: PlainField; value: CellValue | undefined }

/** The place in one word, as forms and evidence name it. */
export const placeName = ({ path, row, column }: Place): string =>
  [path, row, column].filter((part) => part !== undefined).join('.')

/** Every place there is in a protocol, in the order it is read, with what stands there. */
export function cellsOf(limits: Limits): Cell[] {
  return LIMIT_PATHS.flatMap((path) => cellsAt(limits, path))
}

/** The places of one field. */
export function cellsAt(limits: Limits, path: LimitPath): Cell[] {
  const field = fieldAt(path)
  const value: unknown = limitAt(limits, path)
  if (field.is !== 'rows') return [{ place: { path }, field, value: plain(value) }]
  return field.keys.flatMap((row) => {
    const stored = rowOf(value, field, row)
    return Object.entries(field.columns).map(([column, of]) => ({
      place: { path, row, column },
      field: of,
      value: plain(stored?.[column]),
    }))
  })
}

/** Signed by somebody, and of a kind a field can hold. What was stored as null was signed by nobody. */
function plain(value: unknown): CellValue | undefined {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.filter((item) => ['number', 'string'].includes(typeof item)) : undefined
}

function rowOf(
  value: unknown,
  { key }: AnyRowsField,
  row: string,
): Readonly<Record<string, unknown>> | undefined {
  const rows: readonly Readonly<Record<string, unknown>>[] = Array.isArray(value) ? value : []
  return rows.find((one) => one[key] === row)
}

/** A protocol out of its cells. Cells without a value, rows without a cell and fields without a row are left out. */
export function limitsOf(cells: readonly Cell[]): Limits {
  const limits: Record<string, unknown> = {}
  for (const path of LIMIT_PATHS) {
    const signed = cells.filter(({ place, value }) => place.path === path && value !== undefined)
    const field = fieldAt(path)
    if (signed.length > 0) put(limits, path, field.is === 'rows' ? rowsOf(field, signed) : signed[0]?.value)
  }
  return limits as Limits
}

function rowsOf({ key, keys, orderedBy }: AnyRowsField, cells: readonly Cell[]): object[] {
  const rows = keys.flatMap((row) => {
    const own = cells.filter(({ place }) => place.row === row)
    if (own.length === 0) return []
    const values = own.map(({ place, value }) => [place.column ?? '', value] as const)
    return [{ [key]: row, ...Object.fromEntries(values) }]
  })
  if (orderedBy === undefined) return rows
  const order = (row: Record<string, CellValue | undefined | string>) => Number(row[orderedBy] ?? 0)
  return rows.sort((a, b) => order(a) - order(b))
}

function put(limits: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.')
  let at = limits
  for (const key of keys.slice(0, -1)) {
    at[key] ??= {}
    at = at[key] as Record<string, unknown>
  }
  at[keys.at(-1) ?? path] = value
}

/**
 * What a field of the protocol can hold: its kind, its unit, and the range in which what is written can be meant.
 *
 * A range catches a slip of the pen. It is no limit of the practice and no advice.
 */
import type { LimitAt, LimitPath } from '../protocol.ts'

export const UNITS = [
  'years',
  'months',
  'days',
  'hours',
  'minutes',
  'minutes-from-dose',
  'seconds',
  'sessions',
  'steps',
  'units-of-supply',
  'times',
  'questions',
  'scales',
  'prescribers',
  'items',
  'points',
  'mg',
  'mg-per-kg',
  'kg',
  'cm',
  'mmHg',
  'per-minute',
  'percent',
  'celsius',
  'times-upper-limit',
] as const
export type Unit = (typeof UNITS)[number]

export type NumberField = {
  is: 'number'
  unit: Unit
  from: number
  to: number
  /** Whole numbers, unless parts are measured. */
  hasParts?: true
  /** The highest value a scale has. */
  outOf?: number
}

/** A list whose rows each stand for one of `keys`, at most once. A row left empty is not signed. */
export type RowsField<Row> = {
  [Key in NamingKeys<Row>]: {
    is: 'rows'
    key: Key
    keys: readonly Row[Key][]
    columns: { [Column in Exclude<keyof Row & string, Key>]-?: FieldFor<NonNullable<Row[Column]>> }
    /** Without these a row means nothing. */
    needs: readonly Exclude<keyof Row & string, Key>[]
    /** The column the rows are put in order by; without, the order of `keys`. */
    orderedBy?: Exclude<keyof Row & string, Key>
  }
}[NamingKeys<Row>]

/** Columns that are always there and hold a name: what a row can be told by. */
type NamingKeys<Row> = {
  [Key in keyof Row & string]: Row[Key] extends string ? Key : never
}[keyof Row & string]

/** The kind of field for a kind of value. In brackets, so that `boolean` is not taken apart into yes and no. */
export type FieldFor<Value> = [Value] extends [boolean]
  ? { is: 'yes-no' }
  : [Value] extends [number]
    ? NumberField
    : [Value] extends [readonly number[]]
      ? Omit<NumberField, 'is'> & { is: 'numbers' }
      : [Value] extends [string]
        ? string extends Value
          ? { is: 'text' }
          : { is: 'choice'; of: readonly Value[] }
        : [Value] extends [readonly (infer Item)[]]
          ? [Item] extends [object]
            ? RowsField<Item>
            : string extends Item
              ? { is: 'texts' }
              : { is: 'choices'; of: readonly Item[] }
          : never

/** Every field of the protocol. A new limit without a row in it does not compile. */
export type FieldTable = { readonly [Path in LimitPath]: FieldFor<LimitAt<Path>> }

/** A field of one value or a plain list. */
export type PlainField =
  | { is: 'yes-no' }
  | NumberField
  | (Omit<NumberField, 'is'> & { is: 'numbers' })
  | { is: 'text' }
  | { is: 'texts' }
  | { is: 'choice'; of: readonly string[] }
  | { is: 'choices'; of: readonly string[] }

/** A field of rows, whatever they are about. */
export type AnyRowsField = {
  is: 'rows'
  key: string
  keys: readonly string[]
  columns: Readonly<Record<string, PlainField>>
  needs: readonly string[]
  orderedBy?: string
}

export type AnyField = PlainField | AnyRowsField

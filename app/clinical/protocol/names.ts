/** The names that words are needed for: groups of fields, columns of lists, and what can be chosen. */
import type { LimitAt, LimitPath } from '../protocol.ts'

/** Where a field stands without its own name: `dose`, `vitals.before`. */
export type LimitGroup = GroupOf<LimitPath>

type GroupOf<Path extends string> = Path extends `${infer First}.${infer Second}.${string}`
  ? `${First}.${Second}`
  : Path extends `${infer First}.${string}`
    ? First
    : never

export const groupOf = (path: LimitPath): LimitGroup => path.slice(0, path.lastIndexOf('.')) as LimitGroup

/** A column of a list of rows, its naming column among them: `dose.bands.startMg`. */
export type LimitColumn = {
  [Path in LimitPath]: LimitAt<Path> extends readonly (infer Row)[]
    ? Row extends object
      ? `${Path}.${keyof Row & string}`
      : never
    : never
}[LimitPath]

/** Everything that can be chosen, anywhere in a protocol. */
export type LimitOption = { [Path in LimitPath]: OptionsIn<LimitAt<Path>> }[LimitPath]

type OptionsIn<Value> = Value extends readonly (infer Item)[]
  ? OptionsIn<Item>
  : Value extends object
    ? { [Key in keyof Value]-?: Literal<NonNullable<Value[Key]>> }[keyof Value]
    : Literal<Value>

type Literal<Value> = string extends Value ? never : Value extends string ? Value : never

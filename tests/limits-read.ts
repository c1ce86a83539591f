/** Where the numbers of the protocol are read, by the syntax tree of every source. */
import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { fieldAt, LIMIT_PATHS } from '../app/clinical/protocol/fields.ts'
import { RULE_GROUPS } from '../app/clinical/rules/all.ts'
import { PARTLY_TOLD, untoldFacts } from '../app/clinical/rules/told-by-nothing.ts'
import { isNode, type Node, nameOf, nodesOf } from './rooms.ts'

/** What describes the protocol as a whole: its shape, its words, and the pages that draft, sign and show it. */
const DESCRIBES = /^app\/(?:clinical\/protocol\/|content\/|routes\/console\/protocol|ui\/pages\/protocol)/

/** Groups that are handed over whole, and who takes them apart by the last name alone. */
const HANDED_OVER: Readonly<Record<string, string>> = {
  'caution.': 'app/clinical/plan/caution.ts',
  'instruments.cadence.': 'app/clinical/plan/lines.ts',
  'vitals.after.': 'app/clinical/session/ending.ts',
  'session.phases': 'app/clinical/session/phases.ts',
  'escalation.': 'app/clinical/escalation.ts',
  'schedule.': 'app/clinical/schedule.ts',
}

const sources = () =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => `app/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !DESCRIBES.test(file))

const treeOf = (file: string): unknown => parseSync(file, readFileSync(file, 'utf8')).program

const textsIn = (value: unknown): string[] =>
  [...nodesOf(value)].flatMap(({ type, value }) =>
    type === 'Literal' && typeof value === 'string' ? value : [],
  )

/** What a rule says it reads. Whether it does, only its judgement shows. */
const isOwnList = ({ type, key }: Node): boolean => type === 'Property' && nameOf(key) === 'limits'

/** Every text and every name in one source, how often; a comment is neither, nor is a rule's own list of its limits. */
function namedIn(file: string): ReadonlyMap<string, number> {
  const named = new Map<string, number>()
  const count = (name: string, by: number) => named.set(name, (named.get(name) ?? 0) + by)
  for (const node of nodesOf(treeOf(file))) {
    if (node.type === 'Literal' && typeof node.value === 'string') count(node.value, 1)
    if (nameOf(node) !== '') count(nameOf(node), 1)
    if (isOwnList(node)) for (const text of textsIn(node.value)) count(text, -1)
  }
  return named
}

/** Every limit, and every column of those that are lists of rows: `dose.bands.startMg`. */
export const LIMITS_AND_COLUMNS: readonly string[] = LIMIT_PATHS.flatMap((path) => {
  const field = fieldAt(path)
  return field.is === 'rows'
    ? [path, ...Object.keys(field.columns).map((column) => `${path}.${column}`)]
    : [path]
})

/**
 * The limits no rule, plan, session, gate or page reads, in the protocol's order. One is read where its whole place is
 * written, or its last name in the file its group is handed to; a column, where its name is.
 */
export function unreadLimits(): string[] {
  const namedBy = new Map(sources().map((file) => [file, namedIn(file)]))
  const isNamedIn = (named: ReadonlyMap<string, number> | undefined, name: string) =>
    (named?.get(name) ?? 0) > 0
  const isNamed = (name: string) => [...namedBy.values()].some((named) => isNamedIn(named, name))
  const isLimit = new Set<string>(LIMIT_PATHS)
  return LIMITS_AND_COLUMNS.filter((path) => {
    const last = path.split('.').at(-1) ?? ''
    if (!isLimit.has(path)) return !isNamed(last)
    const taker = Object.entries(HANDED_OVER).find(([group]) => path.startsWith(group))?.[1]
    return !isNamed(path) && !(taker !== undefined && isNamedIn(namedBy.get(taker), last))
  })
}

/** The files of the rules of one group, as `day-of` for `dayOf`. */
const folderOf = (group: string) => group.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * The limits that are read, and only ever held against facts which nothing tells: signed, and without effect. In the
 * protocol's order.
 */
export function limitsAgainstNothing(): string[] {
  const named = sources().map(namedIn)
  const idle = new Map<string, number>()
  for (const [group, rules] of Object.entries(RULE_GROUPS)) {
    const untold = PARTLY_TOLD.filter((id) => Object.hasOwn(rules, id)).flatMap(untoldFacts)
    const folder = `app/clinical/rules/${folderOf(group)}/`
    for (const file of sources().filter((source) => source.startsWith(folder)))
      for (const { type, arguments: given } of nodesOf(treeOf(file))) {
        if (type !== 'CallExpression' || !Array.isArray(given)) continue
        const texts = given
          .filter(isNode)
          .filter((one) => one.type === 'Literal')
          .flatMap(textsIn)
        if (!texts.some((text) => untold.includes(text))) continue
        for (const text of texts) idle.set(text, (idle.get(text) ?? 0) + 1)
      }
  }
  const mentions = (path: string) => named.reduce((sum, one) => sum + Math.max(0, one.get(path) ?? 0), 0)
  return LIMIT_PATHS.filter((path) => idle.has(path) && idle.get(path) === mentions(path))
}

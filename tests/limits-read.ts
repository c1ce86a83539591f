/** Where the numbers of the protocol are read, by the syntax tree of every source. */
import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { fieldAt, LIMIT_PATHS } from '../app/clinical/protocol/fields.ts'
import { nameOf, nodesOf } from './rooms.ts'

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

/** Every text and every name in one source; a comment is neither. */
function namedIn(file: string): Set<string> {
  const named = new Set<string>()
  for (const node of nodesOf(parseSync(file, readFileSync(file, 'utf8')).program as unknown)) {
    if (node.type === 'Literal' && typeof node.value === 'string') named.add(node.value)
    if (nameOf(node) !== '') named.add(nameOf(node))
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
  const isNamed = (name: string) => [...namedBy.values()].some((named) => named.has(name))
  const isLimit = new Set<string>(LIMIT_PATHS)
  return LIMITS_AND_COLUMNS.filter((path) => {
    const last = path.split('.').at(-1) ?? ''
    if (!isLimit.has(path)) return !isNamed(last)
    const taker = Object.entries(HANDED_OVER).find(([group]) => path.startsWith(group))?.[1]
    return !isNamed(path) && !(taker !== undefined && namedBy.get(taker)?.has(last))
  })
}

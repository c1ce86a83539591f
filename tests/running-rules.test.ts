/** What is said of a rule, that it is judged or that nothing asks it, held against what the acts do. */
import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { ALL_RULES, type RuleId, rulesOf } from '../app/clinical/rules/all.ts'
import { isRunning, JUDGED_AT, MOMENTS, momentsOf } from '../app/clinical/rules/running.ts'

type Node = { type: string; [key: string]: unknown }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one)
  else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) yield* nodesOf(child)
  }
}

/** Everything of the product that could judge a rule: all but the rules themselves. */
const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('clinical/rules/'),
  )
  .map((file) => ({
    file,
    nodes: [...nodesOf(parseSync(file, readFileSync(`app/${file}`, 'utf8')).program as unknown)],
  }))

const nameOf = (node: unknown) => (isNode(node) && typeof node.name === 'string' ? node.name : undefined)

/** `week` for JUDGED_AT.week; undefined for anything else. */
const listIn = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'MemberExpression' && nameOf(node.object) === 'JUDGED_AT'
    ? nameOf(node.property)
    : undefined

/** Imports what judges, and not a word of the same spelling. */
function takesFindings({ nodes }: { nodes: readonly Node[] }): boolean {
  return nodes.some(
    ({ type, source, specifiers }) =>
      type === 'ImportDeclaration' &&
      isNode(source) &&
      /\/rule\.ts$/.test(String(source.value)) &&
      (specifiers as Node[]).some(({ local }) => nameOf(local) === 'findings'),
  )
}

/** What is judged by: the first argument of every call of `findings`, in the act or handed on to its own helper. */
const judging = files
  .filter(takesFindings)
  .flatMap(({ file, nodes }) =>
    nodes
      .filter(({ type, callee }) => type === 'CallExpression' && nameOf(callee) === 'findings')
      .map(({ arguments: given }) => ({ file, by: (given as unknown[])[0] })),
  )

test('whoever judges passes a list of JUDGED_AT and no other', () => {
  const others = judging.filter(({ file, by }) => {
    if (listIn(by) !== undefined) return false
    // The one helper that takes the list from the acts of its own file, which pass lists of JUDGED_AT.
    return !(file === 'care/judge-course.ts' && nameOf(by) === 'rules')
  })
  expect(others.map(({ file }) => file)).toEqual([])
  expect(judging.length).toBeGreaterThan(10)
})

test('nobody else takes a rule by itself and asks it', () => {
  const asking = files.filter(({ nodes }) =>
    nodes.some(
      ({ type, callee }) =>
        type === 'CallExpression' &&
        isNode(callee) &&
        callee.type === 'MemberExpression' &&
        nameOf(callee.property) === 'judge',
    ),
  )
  expect(asking.map(({ file }) => file)).toEqual([])
})

test('every list is passed by somebody', () => {
  const passed = new Set(
    files.flatMap(({ nodes }) =>
      nodes.flatMap((node) =>
        node.type === 'CallExpression' ? (node.arguments as unknown[]).map(listIn) : [],
      ),
    ),
  )
  expect(MOMENTS.filter((moment) => !passed.has(moment))).toEqual([])
})

test('a rule is running when it stands in a list, and only then', () => {
  const listed = new Set(Object.values(JUDGED_AT).flatMap((rules) => rules.map(({ id }) => id)))
  for (const { id } of ALL_RULES) {
    expect(isRunning(id as RuleId), id).toBe(listed.has(id))
    expect(momentsOf(id as RuleId).length > 0, id).toBe(listed.has(id))
  }
})

test('the gate judges all of group C, and each rule over a course has its moment', () => {
  expect(rulesOf('dayOf').filter(({ id }) => !isRunning(id as RuleId))).toEqual([])
  expect(rulesOf('course').flatMap(({ id }) => (isRunning(id as RuleId) ? [] : [id]))).toEqual([])
})

test('no list names a rule twice', () => {
  for (const moment of MOMENTS) {
    const ids = JUDGED_AT[moment].map(({ id }) => id)
    expect(new Set(ids).size, moment).toBe(ids.length)
  }
})

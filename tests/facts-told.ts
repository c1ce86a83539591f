/** Which facts of a rule anything tells: by what the rule reads, and by the syntax tree of what makes its facts. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseSync } from 'vite'
import { AFTER_SESSION_FACTS } from '../app/clinical/facts/after-session.ts'
import { ASSESSMENT_FACTS } from '../app/clinical/facts/assessment.ts'
import { COURSE_FACTS } from '../app/clinical/facts/course.ts'
import { DAY_OF_FACTS } from '../app/clinical/facts/day-of.ts'
import { IN_SESSION_FACTS } from '../app/clinical/facts/in-session.ts'
import { INTAKE_FACTS } from '../app/clinical/facts/intake.ts'
import type { AnyRule } from '../app/clinical/rules/all.ts'
import type { Rule } from '../app/clinical/rules/rule.ts'
import { JUDGED_AT, MOMENTS, type Moment } from '../app/clinical/rules/running.ts'
import { inEveryGroup } from './every-rule.ts'
import { isNode, type Node, nameOf, nodesOf } from './rooms.ts'

/** Whoever makes the facts of one kind: from what was told and recorded, and with what the record knows itself. */
const MAKERS = {
  assessment: ['clinical/assessment/facts.ts', 'care/judge-assessment.ts'],
  intake: [
    ...['clinical/intake/', 'clinical/medicines/medicine-facts.ts'],
    ...['care/order-rules.ts', 'care/judge-risk.ts', 'care/keep-safety-answers.ts'],
  ],
  dayOf: [
    ...['clinical/day/facts-of-day.ts', 'clinical/day/medicines-of-day.ts'],
    ...['clinical/course/feeling-unreal.ts', 'care/day-record.ts'],
  ],
  inSession: ['clinical/day/facts-of-session.ts'],
  afterSession: [
    ...['clinical/day/facts-of-next-day.ts', 'clinical/day/facts-of-ending.ts'],
    ...['clinical/day/facts-of-session.ts', 'care/tell-next-day.ts', 'care/follow-next-day.ts'],
  ],
  course: ['clinical/course/', 'care/', 'records/course.ts'],
} as const

type Kind = keyof typeof MAKERS

const KINDS: readonly (readonly [Kind, Rule<never>['facts']])[] = [
  ['assessment', ASSESSMENT_FACTS],
  ['intake', INTAKE_FACTS],
  ['dayOf', DAY_OF_FACTS],
  ['inSession', IN_SESSION_FACTS],
  ['afterSession', AFTER_SESSION_FACTS],
  ['course', COURSE_FACTS],
]

/** What the rules of one moment are about. A suicide screen goes with them; judged by itself, it is one of the intake. */
function kindAt(moment: Moment): Kind {
  const facts = JUDGED_AT[moment].map((rule: AnyRule) => rule.facts)
  return KINDS.find(([, about]) => facts.includes(about))?.[0] ?? 'intake'
}

const sourcesOf = (kind: Kind): string[] =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => MAKERS[kind].some((maker) => file.startsWith(maker)))
    .map((file) => readFileSync(`app/${file}`, 'utf8'))

const COMPUTED = 'computed'

/** What is told in these sources: every name that is ever given more than one and the same constant. */
export function toldIn(sources: readonly string[]): Set<string> {
  const given = new Map<string, Set<string>>()
  for (const source of sources)
    for (const node of nodesOf(parseSync('facts.ts', source).program as unknown))
      for (const { name, value } of propertiesOf(node))
        given.set(name, (given.get(name) ?? new Set()).add(value))
  return new Set(
    [...given].flatMap(([name, values]) => (values.size > 1 || values.has(COMPUTED) ? name : [])),
  )
}

function propertiesOf({ type, properties }: Node): { name: string; value: string }[] {
  if (type !== 'ObjectExpression' || !Array.isArray(properties)) return []
  return properties.filter(isNode).flatMap(({ type, key, value }) => {
    if (type !== 'Property' || nameOf(key) === '') return []
    return [{ name: nameOf(key), value: constantIn(value) ?? COMPUTED }]
  })
}

const constantIn = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Literal' ? String(value.value) : undefined

/** The facts each rule looks at, whoever it is about. */
function readByRules(): Map<string, Set<string>> {
  const read = new Map<string, Set<string>>()
  inEveryGroup(({ rules, arbitraries, ordinary, others, signed }) => {
    const anybody = fc.sample(fc.record(arbitraries), { numRuns: 100, seed: 1 })
    for (const rule of rules) {
      const own = new Set<string>()
      for (const facts of [ordinary, ...others.map((other) => ({ ...ordinary, ...other })), ...anybody])
        rule.judge(watched(facts, own), signed)
      read.set(rule.id, own)
    }
  })
  return read
}

const watched = <Facts extends object>(facts: Facts, read: Set<string>): Facts =>
  new Proxy(facts, {
    get(target, name) {
      if (typeof name === 'string') read.add(name)
      return Reflect.get(target, name)
    },
  })

/** What a rule looks at and nothing tells it, at none of the moments it is judged at. */
export function untoldOfRules(): Record<string, string[]> {
  const kinds = Object.keys(MAKERS) as Kind[]
  const told = new Map(kinds.map((kind) => [kind, toldIn(sourcesOf(kind))]))
  return Object.fromEntries(
    [...readByRules()].flatMap(([id, names]) => {
      const moments = MOMENTS.filter((moment) => JUDGED_AT[moment].some((rule) => rule.id === id))
      const untold = [...names].filter(
        (name) => !moments.some((moment) => told.get(kindAt(moment))?.has(name)),
      )
      return untold.length > 0 ? [[id, untold.sort()]] : []
    }),
  )
}

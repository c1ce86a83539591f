/**
 * What `clinical/` says of an invented person, from the first question to the day after: every rule, every instrument,
 * the gate, the plan, a session of three devices, medicines as people write them. One text, so that two machines that
 * run it can be compared letter by letter.
 */
import { canonicalJson } from '../app/clinical/canonical-json.ts'
import { escalationSteps } from '../app/clinical/escalation.ts'
import { gate, gateRuleVersions } from '../app/clinical/gate.ts'
import type { Answers } from '../app/clinical/instruments/instrument.ts'
import { INSTRUMENTS } from '../app/clinical/instruments/registry.ts'
import { integrationWindow } from '../app/clinical/integration-window.ts'
import { matchMedicine } from '../app/clinical/medicines/match-medicine.ts'
import { NAMED_MEDICINES } from '../app/clinical/medicines/table.ts'
import { checkPlan } from '../app/clinical/plan/check-plan.ts'
import { draftPlan } from '../app/clinical/plan.ts'
import { contentHash } from '../app/clinical/protocol/content-hash.ts'
import { contradictions } from '../app/clinical/protocol/contradictions.ts'
import { diffLimits } from '../app/clinical/protocol/diff.ts'
import type { Limits } from '../app/clinical/protocol.ts'
import { afterSessionRules } from '../app/clinical/rules/after-session/rules.ts'
import { assessmentRules } from '../app/clinical/rules/assessment/rules.ts'
import { courseRules } from '../app/clinical/rules/course/rules.ts'
import { dayOfRules } from '../app/clinical/rules/day-of/rules.ts'
import { inSessionRules } from '../app/clinical/rules/in-session/rules.ts'
import { intakeRules } from '../app/clinical/rules/intake/rules.ts'
import { findings, type Rule } from '../app/clinical/rules/rule.ts'
import { suicideScreenRules } from '../app/clinical/rules/suicide-screen/rules.ts'
import { schedule } from '../app/clinical/schedule.ts'
import { merge } from '../app/clinical/session/merge.ts'
import { readSession } from '../app/clinical/session.ts'
import { INVENTED_LIMITS } from '../practice/demo-protocol.ts'
import { ORDINARY_ASSESSMENT, ORDINARY_COURSE, ORDINARY_INTAKE, SIGNED } from './ordinary-patient.ts'
import { PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, TODAY } from './ordinary-plan.ts'
import { ORDINARY_DAY, ORDINARY_MINUTE, ORDINARY_NEXT_DAY, SESSION_SIGNED } from './ordinary-session.ts'
import { BEGIN, dosed, ended, MINUTE, NUMBERS, SESSION } from './recording.ts'

type Rules<Facts> = Readonly<Record<string, Rule<Facts>>>

/** Each rule on an ordinary day, and once more for each single thing nobody told. */
function judged<Facts extends object>(rules: Rules<Facts>, facts: Facts, limits: Limits) {
  const all = Object.values(rules)
  return {
    each: all.map((rule) => ({ rule: rule.id, ...rule.judge(facts, limits) })),
    without: Object.keys(facts).map((name) => ({
      name,
      found: findings(all, { ...facts, [name]: undefined }, limits),
    })),
  }
}

const byEveryRule = (signed: Limits, inSession: Limits) => ({
  assessment: judged(assessmentRules, ORDINARY_ASSESSMENT, signed),
  intake: judged(intakeRules, ORDINARY_INTAKE, signed),
  dayOf: judged(dayOfRules, ORDINARY_DAY, inSession),
  inSession: judged(inSessionRules, ORDINARY_MINUTE, inSession),
  afterSession: judged(afterSessionRules, ORDINARY_NEXT_DAY, inSession),
  course: judged(courseRules, ORDINARY_COURSE, signed),
  suicideScreen: judged(suicideScreenRules, ORDINARY_DAY, inSession),
})

/** Each instrument with nothing told, with the lowest and the highest of every answer, and with one question skipped. */
const scores = () =>
  INSTRUMENTS.map(({ code, items, score }) => {
    const all = (place: 0 | -1): Answers =>
      Object.fromEntries(items.map(({ linkId, values }) => [linkId, values.at(place)]))
    const first = items[0]?.linkId ?? ''
    const told: Answers[] = [{}, all(0), all(-1), { ...all(0), [first]: 'skipped' }]
    return {
      code,
      results: told.map((answers) => score(answers)),
    }
  })

function plan() {
  const draft = draftPlan(PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, { startsOn: TODAY })
  return { draft, checks: checkPlan(draft.plan, PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, { today: TODAY }) }
}

/** Two clocks that are wrong, from ready to the end; the logs as they were recorded and back to front. */
function session() {
  const room = dosed({ patient: { fastMs: 40 * MINUTE }, 'support-person': { fastMs: -7 * MINUTE } })
  room.patient.record({ kind: 'comfort-needed' }, 30)
  room.support.record({ kind: 'look-in', isWell: true, waking: 'when-spoken-to' }, 31)
  room.support.record({ kind: 'vitals', readings: { oxygenPercent: 91, breathsPerMinute: 11 } }, 40)
  ended(room)
  const events = room.events()
  return {
    merged: merge(events, SESSION),
    backToFront: merge([...events].reverse(), SESSION),
    read: readSession(events, SESSION, NUMBERS),
    hashes: events.map(({ hash }) => hash),
  }
}

/** Names as they are, one letter short, and with a dose and an accent. */
const medicines = () =>
  NAMED_MEDICINES.filter((_, i) => i % 5 === 0).flatMap(({ name }) =>
    [name, name.slice(1), `${name.toUpperCase()} 20 mg, tábl.`].map((text) => matchMedicine(text)),
  )

export function clinicalAtWork(): string {
  const sync = { at: BEGIN, limits: SESSION_SIGNED, rules: gateRuleVersions() }
  const changed = { ...ORDINARY_DAY, hasFever: true, sleptHours: undefined }
  const ask = { id: 'a', instrument: 'phq-9', questions: 9, dueOn: TODAY }
  const span = { today: TODAY, days: 14, sessionDays: [TODAY], watchDays: 2 }
  return canonicalJson({
    signed: byEveryRule(SIGNED, SESSION_SIGNED),
    invented: byEveryRule(INVENTED_LIMITS, INVENTED_LIMITS),
    gates: [ORDINARY_DAY, changed].map((facts) => gate({ facts, sync, now: BEGIN + MINUTE })),
    scores: scores(),
    plan: plan(),
    session: session(),
    medicines: medicines(),
    protocol: {
      hash: contentHash({ version: 1, limits: INVENTED_LIMITS, expiresOn: TODAY, isInvented: true }),
      changes: diffLimits(SIGNED, INVENTED_LIMITS),
      contradictions: contradictions(SIGNED),
    },
    escalation: escalationSteps(INVENTED_LIMITS.escalation, 'suicide'),
    integration: integrationWindow({ plannedAt: BEGIN }, INVENTED_LIMITS.integration ?? {}),
    schedule: schedule([ask], span, INVENTED_LIMITS.schedule),
  })
}

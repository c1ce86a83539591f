import { describe, expect, test } from 'vitest'
import { ORDINARY_NEXT_DAY, SESSION_SIGNED, withoutLimits } from '../../../../tests/ordinary-session.ts'
import type { AfterSessionFacts } from '../../facts/after-session.ts'
import type { Outcome } from '../../outcome.ts'
import type { LimitPath } from '../../protocol.ts'
import { findings, type Rule } from '../rule.ts'
import { type AfterSessionRuleId, afterSessionRules } from './rules.ts'

const outcomeOf = (id: AfterSessionRuleId, change: AfterSessionFacts, limits = SESSION_SIGNED) =>
  afterSessionRules[id].judge({ ...ORDINARY_NEXT_DAY, ...change }, limits).outcome
const ALL = Object.values<Rule<AfterSessionFacts>>(afterSessionRules)

test('an ordinary next day keeps what was felt, and finds nothing else', () => {
  expect(findings(ALL, ORDINARY_NEXT_DAY, SESSION_SIGNED)).toMatchObject([
    { ruleId: 'E10', severity: 'inform', evidence: { integration: 'journal' } },
  ])
})

/** Silent, and neither a first session nor anything else that asks for a closer watch. */
const silent: AfterSessionFacts = { isNextDayCheckDone: false, isFirstSession: false }
const watched: AfterSessionFacts = { ...silent, isFirstSession: true }
/** Wants to drive, on the next day after sleep. */
const drives: AfterSessionFacts = { plansToDrive: true }

type Row = [AfterSessionRuleId, AfterSessionFacts, Outcome]
const rows = (id: AfterSessionRuleId, ...told: readonly [AfterSessionFacts, Outcome][]): Row[] =>
  told.map(([change, outcome]) => [id, change, outcome])

test.each<Row>([
  ...rows(
    'E01',
    [{ isReadyToEnd: false }, 'block'],
    [{ minutesSinceDose: 119 }, 'block'],
    [{ minutesSinceDose: 120 }, 'clear'],
    [{ minutesSinceDose: 121 }, 'clear'],
    [{ isReadyToEnd: undefined }, 'unknown'],
    [{ minutesSinceDose: undefined }, 'unknown'],
  ),
  ...rows(
    'E02',
    [{ isReadyToEnd: false, minutesSinceDose: 239 }, 'clear'],
    [{ isReadyToEnd: false, minutesSinceDose: 240 }, 'review'],
    [{ isReadyToEnd: false, minutesSinceDose: 241 }, 'review'],
    [{ isReadyToEnd: true, minutesSinceDose: 300 }, 'clear'],
    [{ isReadyToEnd: undefined, minutesSinceDose: 300 }, 'unknown'],
  ),
  ...rows(
    'E03',
    [drives, 'clear'],
    [{ ...drives, isNextDay: false }, 'block'],
    [{ ...drives, sleptSinceDose: false }, 'block'],
    [{ ...drives, hoursSinceDose: 15 }, 'block'],
    [{ ...drives, hoursSinceDose: 16 }, 'clear'],
    [{ ...drives, hoursSinceDose: 17 }, 'clear'],
    [{ ...drives, sleptSinceDose: undefined }, 'unknown'],
    [{ plansToDrive: undefined, isNextDay: false }, 'unknown'],
    [{ plansToDrive: false, isNextDay: false }, 'clear'],
  ),
  ...rows(
    'E04',
    [{ ...watched, hoursSinceDose: 23 }, 'clear'],
    [{ ...watched, hoursSinceDose: 24 }, 'advise'],
    [{ ...watched, hoursSinceDose: 25 }, 'advise'],
    [{ ...watched, hoursSinceDose: 27 }, 'advise'],
    [{ ...watched, hoursSinceDose: 28 }, 'review'],
    [{ ...watched, hoursSinceDose: 29 }, 'review'],
    [{ ...silent, hadSessionEvent: true, hoursSinceDose: 28 }, 'review'],
    [{ ...silent, daysSincePositiveSuicideScreen: 29, hoursSinceDose: 28 }, 'review'],
    [{ ...silent, daysSincePositiveSuicideScreen: 30, hoursSinceDose: 28 }, 'review'],
    [{ ...silent, daysSincePositiveSuicideScreen: 31, hoursSinceDose: 28 }, 'advise'],
    [{ ...silent, hoursSinceDose: 27 }, 'clear'],
    [{ ...silent, hoursSinceDose: 28 }, 'advise'],
    [{ ...silent, hoursSinceDose: 35 }, 'advise'],
    [{ ...silent, hoursSinceDose: 36 }, 'advise'],
    [{ ...silent, hoursSinceDose: 47 }, 'advise'],
    [{ ...silent, hoursSinceDose: 48 }, 'review'],
    [{ ...silent, hoursSinceDose: 49 }, 'review'],
    [{ ...watched, isNextDayCheckDone: true, hoursSinceDose: 90 }, 'clear'],
    [{ ...silent, hadSessionEvent: undefined, hoursSinceDose: 29 }, 'unknown'],
    [{ ...silent, hoursSinceDose: undefined }, 'unknown'],
    [{ isNextDayCheckDone: undefined, hoursSinceDose: 29 }, 'unknown'],
  ),
  ...rows(
    'E05',
    [{ worstSideEffect: 2 }, 'clear'],
    [{ worstSideEffect: 3 }, 'review'],
    [{ hasBladderBlood: true }, 'review'],
    [{ hasVisionLoss: true }, 'review'],
    [{ hasCraving: true }, 'review'],
    [{ worstSideEffect: undefined }, 'unknown'],
    [{ hasVisionLoss: undefined }, 'unknown'],
  ),
  ...rows(
    'E06',
    [{ cssrsLevel: 'none', cssrsItemsSkipped: 0 }, 'clear'],
    [{ cssrsLevel: 'low', cssrsItemsSkipped: 0 }, 'review'],
    [{ cssrsLevel: 'moderate', cssrsItemsSkipped: 0 }, 'block'],
    [{ cssrsLevel: 'high', cssrsItemsSkipped: 0 }, 'block'],
    [{ cssrsLevel: 'none', cssrsItemsSkipped: 1 }, 'block'],
    [{ cssrsLevel: 'undetermined', cssrsItemsSkipped: 0 }, 'unknown'],
    [{ cssrsLevel: undefined }, 'unknown'],
  ),
  ...rows(
    'E07',
    [{ unrealForHours: 23 }, 'clear'],
    [{ unrealForHours: 24 }, 'clear'],
    [{ unrealForHours: 25 }, 'block'],
    [{ hearsVoices: true }, 'block'],
    [{ hasLessSleepMoreEnergy: true }, 'block'],
    [{ hearsVoices: undefined }, 'unknown'],
  ),
  ...rows(
    'E08',
    [{ hasIntegrationAppointment: false, hoursToIntegrationAppointment: undefined }, 'advise'],
    [{ hoursToIntegrationAppointment: 23 }, 'advise'],
    [{ hoursToIntegrationAppointment: 24 }, 'clear'],
    [{ hoursToIntegrationAppointment: 25 }, 'clear'],
    [{ hoursToIntegrationAppointment: 71 }, 'clear'],
    [{ hoursToIntegrationAppointment: 72 }, 'clear'],
    [{ hoursToIntegrationAppointment: 73 }, 'advise'],
    [{ hasIntegrationAppointment: undefined }, 'unknown'],
    [{ hoursToIntegrationAppointment: undefined }, 'unknown'],
  ),
  ...rows(
    'E09',
    [{ seriousEvents: ['emergency-room'] }, 'block'],
    [{ seriousEvents: ['death'] }, 'block'],
    [{ seriousEvents: undefined }, 'unknown'],
  ),
  ...rows(
    'E10',
    [{ integration: 0 }, 'inform'],
    [{ integration: 10 }, 'inform'],
    [{ integration: undefined }, 'unknown'],
  ),
  ...rows('E11', [{ isFirstTimeStanding: true }, 'advise'], [{ isFirstTimeStanding: undefined }, 'unknown']),
  ...rows(
    'E12',
    [{ isAsleep: true, isReadyToEnd: false }, 'review'],
    [{ isAsleep: true, isReadyToEnd: true }, 'clear'],
    [{ isAsleep: undefined, isReadyToEnd: false }, 'unknown'],
    [{ isAsleep: true, isReadyToEnd: undefined }, 'unknown'],
  ),
  ...rows(
    'E13',
    [{ isDrowsierThanAtClose: true }, 'block'],
    [{ isConfused: true }, 'block'],
    [{ isShortOfBreath: true }, 'block'],
    [{ isShortOfBreath: true, isSessionClosed: undefined }, 'block'],
    [{ isShortOfBreath: true, isSessionClosed: false }, 'clear'],
    [{ isConfused: undefined }, 'unknown'],
  ),
])('%s: %j is %s', (id, change, outcome) => {
  expect(outcomeOf(id, change)).toBe(outcome)
})

/** What has to be so for the limit to matter; anything else is ordinary. */
const MATTERS: Partial<Record<LimitPath, AfterSessionFacts>> = {
  'session.maximumObservationMinutes': { isReadyToEnd: false },
  'session.rouseEveryMinutes': { isAsleep: true, isReadyToEnd: false },
  'escalation.watchedAfterScreenDays': { ...silent, daysSincePositiveSuicideScreen: 5 },
  'escalation.watchedCoordinatorHours': watched,
  'escalation.watchedClinicianHours': watched,
  'escalation.nudgeHours': silent,
  'escalation.coordinatorHours': silent,
  'escalation.clinicianHours': silent,
}
const LIMITED = ALL.flatMap(({ id, limits }) =>
  limits.map((path): [AfterSessionRuleId, LimitPath] => [id as AfterSessionRuleId, path]),
)

test.each(LIMITED)('%s cannot be judged without a signed %s', (id, path) => {
  expect(outcomeOf(id, MATTERS[path] ?? {}, withoutLimits(path))).toBe('unknown')
})

describe('what is missing', () => {
  test('closes no session and lets nobody drive', () => {
    const found = findings(ALL, {}, {})
    const closed = found.filter(({ severity }) => severity === 'block').flatMap(({ rules }) => rules)
    expect(closed.map(({ id }) => id)).toEqual(expect.arrayContaining(['E01', 'E03', 'E06']))
  })

  test('of an appointment or of what was felt is no finding', () => {
    const facts = { ...ORDINARY_NEXT_DAY, hasIntegrationAppointment: undefined, integration: undefined }
    expect(findings(ALL, facts, SESSION_SIGNED)).toEqual([])
  })

  test('does not make a sleeper wait: the evidence says since when nobody woke them, and how often it is due', () => {
    const asleep = { ...ORDINARY_NEXT_DAY, isAsleep: true, isReadyToEnd: false, minutesSinceRoused: 20 }
    const found = findings(ALL, asleep, SESSION_SIGNED).find(({ ruleId }) => ruleId === 'E12')
    expect(found?.evidence).toMatchObject({ minutesSinceRoused: 20, 'session.rouseEveryMinutes': 15 })
  })
})

import { describe, expect, test } from 'vitest'
import { ORDINARY_MINUTE, SESSION_SIGNED, withoutLimits } from '../../../../tests/ordinary-session.ts'
import type { InSessionFacts } from '../../facts/in-session.ts'
import type { WakingWord } from '../../instruments/waking.ts'
import type { Outcome } from '../../outcome.ts'
import type { LimitPath } from '../../protocol.ts'
import { findings, type Rule } from '../rule.ts'
import { type InSessionRuleId, inSessionRules } from './rules.ts'

const outcomeOf = (id: InSessionRuleId, change: InSessionFacts, limits = SESSION_SIGNED) =>
  inSessionRules[id].judge({ ...ORDINARY_MINUTE, ...change }, limits).outcome
const ALL = Object.values<Rule<InSessionFacts>>(inSessionRules)

/** Words by minute: `woken(95, 'when-spoken-to')`. */
const woken = (...told: readonly (number | WakingWord)[]): InSessionFacts => ({
  waking: told.flatMap((minute, i) => {
    const waking = told[i + 1]
    return typeof minute === 'number' && typeof waking === 'string' ? [{ atMinutes: minute, waking }] : []
  }),
})
const distressed = (...told: readonly [atMinutes: number, points: number][]): InSessionFacts => ({
  distress: told.map(([atMinutes, points]) => ({ atMinutes, points })),
})
const measured = (...told: readonly [number, number, number][]): InSessionFacts => ({
  pressures: told.map(([atMinutes, systolicMmHg, diastolicMmHg]) => ({
    atMinutes,
    systolicMmHg,
    diastolicMmHg,
  })),
})

test('an ordinary minute has no finding', () => {
  expect(findings(ALL, ORDINARY_MINUTE, SESSION_SIGNED)).toEqual([])
})

test('the first minutes, before anything is due, have none either', () => {
  const early = { ...ORDINARY_MINUTE, minutesSinceDose: 4, waking: [], distress: [], pressures: [] }
  expect(findings(ALL, early, SESSION_SIGNED)).toEqual([])
})

type Row = [InSessionRuleId, InSessionFacts, Outcome]
const rows = (id: InSessionRuleId, ...told: readonly [InSessionFacts, Outcome][]): Row[] =>
  told.map(([change, outcome]) => [id, change, outcome])

test.each<Row>([
  ...rows(
    'D01',
    [woken(95, 'not'), 'block'],
    [woken(95, 'when-called-loudly'), 'clear'],
    [woken(80, 'not', 95, 'when-spoken-to'), 'clear'],
    [woken(95, 'not', 80, 'when-spoken-to'), 'block'],
    [woken(95, 'not', 95, 'at-once'), 'block'],
    [{ waking: undefined }, 'unknown'],
    [{ waking: [] }, 'unknown'],
    [{ waking: [], minutesSinceDose: 15 }, 'clear'],
    [{ waking: [], minutesSinceDose: 16 }, 'unknown'],
    [{ waking: [], minutesSinceDose: undefined }, 'unknown'],
  ),
  ...rows(
    'D02',
    [woken(95, 'when-called-loudly'), 'review'],
    [woken(95, 'when-spoken-to'), 'clear'],
    [woken(95, 'not'), 'clear'],
    [{ waking: undefined }, 'unknown'],
  ),
  ...rows(
    'D03',
    [{ breathsPerMinute: 7 }, 'block'],
    [{ breathsPerMinute: 8 }, 'review'],
    [{ breathsPerMinute: 9 }, 'review'],
    [{ breathsPerMinute: 10 }, 'clear'],
    [{ breathsPerMinute: 24 }, 'clear'],
    [{ breathsPerMinute: 25 }, 'review'],
    [{ hasBreathingPauses: true, longestPauseSeconds: 9 }, 'clear'],
    [{ hasBreathingPauses: true, longestPauseSeconds: 10 }, 'clear'],
    [{ hasBreathingPauses: true, longestPauseSeconds: 11 }, 'block'],
    [{ hasBreathingPauses: true, longestPauseSeconds: undefined }, 'unknown'],
    [{ isBlueOrGasping: true }, 'block'],
    [{ oxygenPercent: 91 }, 'clear'],
    [{ oxygenPercent: 90 }, 'block'],
    [{ oxygenPercent: 89 }, 'block'],
    [{ oxygenPercent: 'exempt' }, 'clear'],
    [{ oxygenPercent: undefined }, 'unknown'],
    [{ breathsPerMinute: undefined }, 'unknown'],
    [{ breathsPerMinute: undefined, isBlueOrGasping: true }, 'block'],
  ),
  ...rows(
    'D04',
    [{ oxygenPercent: 95 }, 'clear'],
    [{ oxygenPercent: 94 }, 'clear'],
    [{ oxygenPercent: 93 }, 'review'],
    [{ oxygenPercent: 91 }, 'review'],
    [{ oxygenPercent: 90 }, 'clear'],
    [{ oxygenPercent: 'exempt' }, 'clear'],
    [{ oxygenPercent: undefined }, 'unknown'],
  ),
  ...rows(
    'D05',
    [{ hasChestPain: true }, 'block'],
    [{ hasStrokeSign: true }, 'block'],
    [{ hasSevereHeadache: true }, 'block'],
    [{ hasVisionChange: true }, 'block'],
    [{ hasVisionChange: undefined }, 'unknown'],
    [measured([50, 180, 90], [92, 179, 109]), 'clear'],
    [measured([50, 180, 90], [92, 180, 90]), 'review'],
    [measured([50, 181, 90], [92, 120, 111]), 'review'],
    [measured([50, 180, 90], [60, 120, 80], [92, 140, 110]), 'review'],
    [measured([50, 180, 90], [55, 180, 90], [92, 120, 80]), 'review'],
    [{ pressures: undefined }, 'unknown'],
    [{ pressures: [] }, 'unknown'],
  ),
  ...rows(
    'D16',
    [measured([92, 159, 99]), 'clear'],
    [measured([92, 160, 99]), 'review'],
    [measured([92, 161, 99]), 'review'],
    [measured([92, 159, 100]), 'review'],
    [measured([92, 180, 80]), 'review'],
    [measured([50, 180, 80], [92, 180, 80]), 'clear'],
    [measured([50, 165, 80], [92, 120, 80]), 'clear'],
    [measured([41, 120, 80]), 'unknown'],
    [measured([40, 120, 80]), 'unknown'],
    [measured([30, 120, 80], [35, 120, 80]), 'unknown'],
    [measured([41, 120, 80], [85, 120, 80]), 'clear'],
    [measured([90, 120, 80]), 'clear'],
    [{ ...measured([30, 120, 80]), minutesSinceDose: 40 }, 'clear'],
    [{ ...measured([30, 120, 80]), minutesSinceDose: 90 }, 'clear'],
    [{ pressures: [], minutesSinceDose: 40 }, 'clear'],
    [{ pressures: [], minutesSinceDose: 41 }, 'unknown'],
    [{ pressures: undefined }, 'unknown'],
  ),
  ...rows(
    'D17',
    [{ pulsePerMinute: 49 }, 'review'],
    [{ pulsePerMinute: 50 }, 'clear'],
    [{ pulsePerMinute: 120 }, 'clear'],
    [{ pulsePerMinute: 121 }, 'review'],
    [{ pulsePerMinute: undefined }, 'unknown'],
  ),
  ...rows(
    'D18',
    [{ isDizzyStanding: true }, 'review'],
    [{ hasFallen: true }, 'review'],
    [measured([92, 89, 50]), 'review'],
    [measured([92, 90, 50]), 'clear'],
    [measured([92, 91, 50]), 'clear'],
    [measured([92, 89, 50], [92, 120, 70]), 'review'],
    [{ hasFallen: undefined }, 'unknown'],
    [{ pressures: undefined }, 'unknown'],
  ),
  ...rows(
    'D06',
    [distressed([95, 6]), 'clear'],
    [distressed([95, 7]), 'advise'],
    [distressed([95, 8]), 'advise'],
    [distressed([80, 8], [95, 4]), 'clear'],
    [{ distress: undefined }, 'unknown'],
  ),
  ...rows(
    'D07',
    [distressed([95, 7]), 'clear'],
    [distressed([95, 8]), 'clear'],
    [distressed([95, 9]), 'review'],
    [distressed([95, 10]), 'review'],
    [distressed([75, 3], [85, 4], [95, 3]), 'clear'],
    [distressed([85, 6], [90, 8], [95, 8]), 'review'],
    [distressed([90, 7], [95, 6]), 'clear'],
    [distressed([90, 7], [95, 7]), 'review'],
    [distressed([30, 7], [60, 3], [95, 7]), 'review'],
    [distressed([95, 7], [90, 8]), 'review'],
    [distressed([91, 7]), 'clear'],
    [distressed([90, 7]), 'review'],
    [distressed([89, 7]), 'review'],
    [{ ...distressed([95, 7]), toolsTriedSinceDistress: 1 }, 'clear'],
    [{ ...distressed([95, 7]), toolsTriedSinceDistress: 2 }, 'review'],
    [{ ...distressed([95, 7]), toolsTriedSinceDistress: 3 }, 'review'],
    [{ ...distressed([95, 6]), toolsTriedSinceDistress: 3 }, 'clear'],
    [{ ...distressed([95, 7]), toolsTriedSinceDistress: undefined }, 'unknown'],
    [{ distress: [] }, 'unknown'],
    [{ ...distressed([95, 7]), minutesSinceDose: undefined }, 'unknown'],
  ),
  ...rows('D08', [{ pressedHelp: true }, 'review'], [{ pressedHelp: undefined }, 'unknown']),
  ...rows(
    'D09',
    [{ missedChecks: 1 }, 'advise'],
    [{ silentMinutes: 2 }, 'clear'],
    [{ silentMinutes: 3 }, 'advise'],
    [{ silentMinutes: 4 }, 'advise'],
    [{ silentMinutes: 5 }, 'review'],
    [{ silentMinutes: 6 }, 'review'],
    [{ silentMinutes: 9 }, 'review'],
    [{ silentMinutes: 10 }, 'block'],
    [{ silentMinutes: 11 }, 'block'],
    [{ silentMinutes: 11, isOfflineAnnounced: true }, 'clear'],
    [{ silentMinutes: 11, isOfflineAnnounced: undefined }, 'unknown'],
    [{ silentMinutes: undefined }, 'unknown'],
  ),
  ...rows(
    'D10',
    [{ tookExtraDose: true }, 'review'],
    [{ tookExtraDose: true, ...woken(95, 'when-spoken-to') }, 'block'],
    [{ tookExtraDose: true, ...woken(95, 'not') }, 'block'],
    [{ tookExtraDose: true, waking: undefined }, 'unknown'],
    [{ tookExtraDose: undefined }, 'unknown'],
  ),
  ...rows(
    'D11',
    [{ vomitedTimes: 1 }, 'clear'],
    [{ vomitedTimes: 2 }, 'clear'],
    [{ vomitedTimes: 3 }, 'review'],
    [{ vomitedTimes: 1, ...woken(95, 'when-spoken-to') }, 'block'],
    [{ vomitedTimes: 0, ...woken(95, 'when-spoken-to') }, 'clear'],
    [{ vomitedTimes: undefined }, 'unknown'],
    [{ vomitedTimes: 3, waking: undefined }, 'unknown'],
  ),
  ...rows(
    'D12',
    [{ frozenOrFlashbackMinutes: 4 }, 'clear'],
    [{ frozenOrFlashbackMinutes: 5 }, 'clear'],
    [{ frozenOrFlashbackMinutes: 6 }, 'review'],
    [{ frozenOrFlashbackMinutes: undefined }, 'unknown'],
  ),
  ...rows('D13', [{ saysSuicidalWords: true }, 'block'], [{ saysSuicidalWords: undefined }, 'unknown']),
  ...rows(
    'D14',
    [{ isSupportPersonPresent: false }, 'review'],
    [{ isSupportPersonReachable: false }, 'review'],
    [{ isSupportPersonReachable: undefined }, 'unknown'],
  ),
  ...rows(
    'D15',
    [{ isQuestionnaireRequested: true, phase: 'peak' }, 'block'],
    [{ isQuestionnaireRequested: true, phase: 'recovery' }, 'clear'],
    [{ isQuestionnaireRequested: true, phase: undefined }, 'unknown'],
    [{ isQuestionnaireRequested: false, phase: 'peak' }, 'clear'],
  ),
  ...rows(
    'D19',
    [{ fearsSupportPerson: true }, 'review'],
    [{ actsOnVoices: true }, 'review'],
    [{ fearsSupportPerson: undefined }, 'unknown'],
  ),
  ...rows(
    'D20',
    [woken(10, 'at-once', 59, 'when-spoken-to'), 'clear'],
    [woken(10, 'at-once', 60, 'when-spoken-to'), 'clear'],
    [woken(10, 'at-once', 61, 'when-spoken-to'), 'review'],
    [woken(40, 'when-spoken-to', 95, 'when-spoken-to'), 'clear'],
    [woken(10, 'at-once', 40, 'when-spoken-to', 95, 'when-spoken-to'), 'clear'],
    [woken(35, 'at-once', 40, 'when-spoken-to', 95, 'when-spoken-to'), 'review'],
    [woken(34, 'at-once', 40, 'when-spoken-to', 95, 'when-spoken-to'), 'clear'],
    [woken(20, 'at-once', 95, 'when-spoken-to'), 'review'],
    [woken(95, 'when-spoken-to'), 'unknown'],
    [{ waking: undefined }, 'unknown'],
  ),
  ...rows(
    'D21',
    [{ wantsToStopOrLeave: true }, 'review'],
    [{ wantsToDrive: true }, 'review'],
    [{ wantsToDrive: undefined }, 'unknown'],
  ),
])('%s: %j is %s', (id, change, outcome) => {
  expect(outcomeOf(id, change)).toBe(outcome)
})

/** What has to be so for the limit to matter; anything else is ordinary. */
const MATTERS: Partial<Record<LimitPath, InSessionFacts>> = {
  'session.lookInEveryMinutes': { minutesSinceDose: 4, waking: [], distress: [] },
  'vitals.before.mayGoWithout': { oxygenPercent: 'exempt' },
  'vitals.during.repeatMinutes': measured([92, 165, 90]),
  'vitals.during.highSystolicMmHg': measured([92, 165, 90]),
  'vitals.during.highDiastolicMmHg': measured([92, 165, 90]),
  'vitals.during.emergencyOxygenPercent': { oxygenPercent: 92 },
  'vitals.during.emergencyPauseSeconds': { hasBreathingPauses: true },
  'instruments.suds.recheckMinutes': distressed([95, 7]),
  'instruments.suds.reliefWithinMinutes': distressed([95, 7]),
  'instruments.suds.personAfterTools': distressed([95, 7]),
}
const LIMITED = ALL.flatMap(({ id, limits }) =>
  limits.map((path): [InSessionRuleId, LimitPath] => [id as InSessionRuleId, path]),
)

test.each(LIMITED)('%s cannot be judged without a signed %s', (id, path) => {
  const besides =
    path === 'session.lookInEveryMinutes' && id === 'D10'
      ? { tookExtraDose: true }
      : path === 'session.lookInEveryMinutes' && id === 'D11'
        ? { vomitedTimes: 1 }
        : {}
  expect(outcomeOf(id, { ...MATTERS[path], ...besides }, withoutLimits(path))).toBe('unknown')
})

describe('together', () => {
  test('nothing recorded at all asks for a person, in few findings', () => {
    const found = findings(ALL, {}, SESSION_SIGNED)
    expect(found.every(({ isUnknown }) => isUnknown)).toBe(true)
    expect(found.some(({ rules }) => rules.some(({ id }) => id === 'D01'))).toBe(true)
    for (const { rules, severity } of found)
      if (rules.some(({ id }) => id !== 'D06')) expect(severity).toBe('review')
  })

  test('no reading of anything is one finding', () => {
    const none = {
      breathsPerMinute: undefined,
      hasBreathingPauses: undefined,
      longestPauseSeconds: undefined,
      isBlueOrGasping: undefined,
      oxygenPercent: undefined,
      pressures: undefined,
      pulsePerMinute: undefined,
    }
    const found = findings(ALL, { ...ORDINARY_MINUTE, ...none }, SESSION_SIGNED)
    expect(found).toHaveLength(1)
    expect(found[0]?.rules.map(({ id }) => id).sort()).toEqual(['D03', 'D04', 'D05', 'D16', 'D17', 'D18'])
  })

  test('no exemption from oxygen without a protocol that gives one', () => {
    const limits = structuredClone(SESSION_SIGNED)
    if (limits.vitals?.before) limits.vitals.before.mayGoWithout = ['temperature']
    expect(outcomeOf('D03', { oxygenPercent: 'exempt' }, limits)).toBe('unknown')
    expect(outcomeOf('D04', { oxygenPercent: 'exempt' }, limits)).toBe('unknown')
  })

  test('fear of the support person leaves no value', () => {
    expect(
      findings(ALL, { ...ORDINARY_MINUTE, fearsSupportPerson: true }, SESSION_SIGNED)[0]?.evidence,
    ).toEqual({ fearsSupportPerson: 'partner-safety' })
  })

  test('the clinician sees when in the session somebody wants to leave, and what was tried against distress', () => {
    const left = findings(ALL, { ...ORDINARY_MINUTE, wantsToStopOrLeave: true }, SESSION_SIGNED)
    expect(left[0]?.evidence).toMatchObject({ phase: 'return', minutesSinceDose: 100 })
    const tried = { ...ORDINARY_MINUTE, ...distressed([95, 9]), toolsTriedSinceDistress: 2 }
    expect(findings(ALL, tried, SESSION_SIGNED)[0]).toMatchObject({
      ruleId: 'D07',
      evidence: { toolsTriedSinceDistress: 2 },
    })
  })
})

/**
 * Which findings that block hold a session as long as they are open on record, wherever they were found: all of them but
 * those that stop something else. A new rule that blocks holds, unless it is named here.
 *
 * Source: docs/clinical/rules.md, of each rule what its block is of. Sign-off: docs/clinical/session.md
 */
import { RULE_GROUPS } from './all.ts'
import { alsoAtTheGate } from './day-of/also-at-the-gate.ts'

/** A new order, and nothing else. */
const ORDER_ALONE = ['B16', 'B32', 'B34', 'B35', 'B42', 'F05', 'F09', 'F15']
/** The end of that session, the wheel on that day, a form in that hour. */
const THAT_DAY_ALONE = ['E01', 'E03', 'D15']
/** Consents: what is in force is looked up each time. */
const LOOKED_UP = ['B31']
/** Of the rules that each day's check asks anew, those that an earlier day goes on speaking for. */
const BEYOND_ITS_DAY = ['C01', 'C25', 'F13']

const askedEachDay = [...Object.keys(RULE_GROUPS.dayOf), ...alsoAtTheGate.map(({ id }) => id)].filter(
  (id) => !BEYOND_ITS_DAY.includes(id),
)

/** Whose open block holds no session by itself. */
export const HOLDS_NO_SESSION: readonly string[] = [
  ...ORDER_ALONE,
  ...THAT_DAY_ALONE,
  ...LOOKED_UP,
  ...askedEachDay,
]

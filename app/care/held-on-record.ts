/** What stands open on record and holds a session, whichever day it was found. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { HOLDS_NO_SESSION } from '../clinical/rules/holds.ts'
import { type HoldingFinding, listHolding } from '../records/findings.ts'

/** Found after a session: a side effect, a change that stayed, something serious. Also where it is only to be reviewed. */
const ADVERSE = ['E05', 'E07', 'E09']

/** Rule C17. What was found in this session, and on its day, holds by the gate's own rules. */
export const heldOnRecord = (scope: Scope<AboutPatient>, sessionId: string): Promise<HoldingFinding[]> =>
  listHolding(scope, { blocksBut: HOLDS_NO_SESSION, always: ADVERSE, besideSession: sessionId })

/** Of these, what only the chart lets go: a review is opened where the session is. */
export const blocksIn = (held: readonly HoldingFinding[]): HoldingFinding[] =>
  held.filter(({ severity }) => severity === 'block')

import { type Limits, limitAt } from '../protocol.ts'
import type { Condition } from './condition.ts'

/** Where the person is, and whether the practice serves it. No list signed: nobody can say. */
export function isOutsideServedStates(
  { stateOfLocation }: { readonly stateOfLocation?: string | undefined },
  limits: Limits,
): Condition {
  const path = 'assessment.statesServed'
  const served = limitAt(limits, path)
  const evidence = { stateOfLocation, [path]: served?.join(', ') }
  if (stateOfLocation === undefined)
    return { holds: undefined, evidence, missing: [{ kind: 'fact', name: 'stateOfLocation' }] }
  if (served === undefined) return { holds: undefined, evidence, missing: [{ kind: 'limit', name: path }] }
  return { holds: !served.includes(stateOfLocation), evidence, missing: [] }
}

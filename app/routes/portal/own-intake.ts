/** Where one person's intake stands: what their pages of it show. */
import { inScope, type Permit } from '../../access/permit.ts'
import { INTAKE_OPEN_IN } from '../../care/tell-intake.ts'
import type { EnrolmentState } from '../../clinical/enrolment.ts'
import { type AskFor, askedFor } from '../../clinical/intake/ask-for.ts'
import {
  applies,
  HANDED_IN_SHEET,
  isPartKey,
  isQuestionnairePart,
  PART_KEYS,
  type PartKey,
  QUESTIONNAIRE_PARTS,
  sheetKind,
} from '../../clinical/intake/parts.ts'
import { toldIn, wordOf } from '../../clinical/intake/question.ts'
import { listRecordAlerts, type StoredAlert } from '../../records/alerts.ts'
import { findLatestSheet } from '../../records/answer-sheets.ts'
import { dutyFor } from '../../records/duty.ts'
import { findEnrolment, listSteps } from '../../records/enrolments.ts'
import { readIntake, type StoredIntake } from '../../records/intake.ts'
import { listSeen } from '../../records/questionnaire-responses.ts'
import type { Fields } from '../../ui/hidden-fields.tsx'
import type { PartState } from '../../ui/pages/intake-overview.tsx'
import { INTAKE_PATH } from '../../ui/pages/intake-part.tsx'
import type { RouteContext } from '../route.ts'

/** What stands in the sheet of a questionnaire that was not answered: later, or please never. */
export const WAY = 'way'
export const WAYS = { later: 'later', never: 'never' } as const

export type OwnIntake = {
  state: EnrolmentState | undefined
  stored: StoredIntake
  handedInAt: Date | undefined
  /** A prescriber who took it up after it was handed in. */
  taken: { by: string; at: Date } | undefined
  askedFor: AskFor | undefined
  isCovered: boolean
  /** Who looked at a response first, and when, by its id. */
  seenResponses: ReadonlyMap<string, { by: string; at: Date }>
  /** What their answers raised, and how far that has come. The latest first. */
  alerts: readonly StoredAlert[]
}

export const isOpenIn = (state: EnrolmentState | undefined): boolean =>
  state !== undefined && INTAKE_OPEN_IN.includes(state)

export function readOwnIntake(c: RouteContext, permit: Permit<'read-today'>): Promise<OwnIntake> {
  const { db, vault, now } = c.var.services
  return inScope(db, permit, async (scope) => {
    const key = await vault.keyOf(scope)
    const state = (await findEnrolment(scope))?.state
    const stored = await readIntake(scope, key)
    const handedInAt = (await findLatestSheet(scope, key, HANDED_IN_SHEET))?.authoredAt
    const steps = await listSteps(scope)
    const last = steps.at(-1)
    const taken = steps.findLast(({ to }) => to === 'in-review')
    const isBack = last?.from === 'in-review' && last.to === 'intake-complete'
    return {
      state,
      stored,
      handedInAt,
      taken: taken && handedInAt && taken.at >= handedInAt ? { by: taken.by, at: taken.at } : undefined,
      // Answered once it was handed in again.
      askedFor: isBack && handedInAt && handedInAt < last.at ? askedFor(last.reason) : undefined,
      seenResponses: await listSeen(
        scope,
        [...stored.responses.values()].map(({ id }) => id),
      ),
      alerts: await listRecordAlerts(scope),
      isCovered: (await dutyFor(scope, now())) !== undefined,
    }
  })
}

const toldOf = ({ sheets }: StoredIntake, part: PartKey) => {
  const answers = sheets.get(sheetKind(part))?.answers
  return answers === undefined ? undefined : toldIn(answers)
}

/** The parts that are for this person, in their order. */
export const partsFor = (stored: StoredIntake): PartKey[] =>
  PART_KEYS.filter((part) => applies(part, toldOf(stored, 'you')))

export function partState(stored: StoredIntake, part: PartKey): PartState {
  if (!isQuestionnairePart(part)) return stored.sheets.has(sheetKind(part)) ? 'kept' : 'open'
  if (stored.responses.has(QUESTIONNAIRE_PARTS[part].code)) return 'kept'
  const way = wordOf(toldOf(stored, part), WAY)
  return way === WAYS.never ? 'declined' : way === WAYS.later ? 'later' : 'open'
}

/** Where the way on leads from a part: the next one that is open, and in the end the overview. */
export function nextOpen(stored: StoredIntake, part: PartKey): PartKey | undefined {
  const parts = partsFor(stored)
  const after = parts.slice(parts.indexOf(part) + 1)
  return [...after, ...parts].find((one) => one !== part && partState(stored, one) === 'open')
}

export const partHref = (part: PartKey) => `${INTAKE_PATH}/${part}`

/** On to the next open part, or back to all of them. */
export function goOnFrom(c: RouteContext, { nextPart = '' }: Fields, then: string): Response {
  const isOn = then === 'next' && isPartKey(nextPart)
  return c.redirect(isOn ? partHref(nextPart) : `${INTAKE_PATH}?kept`, 303)
}

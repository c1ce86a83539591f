/** Where one person's intake stands: what their pages of it show. */
import { inScope, type Permit } from '../../access/permit.ts'
import { partsIn } from '../../care/intake-facts.ts'
import { answersIn, type StoredScales, scalesIn } from '../../care/scales-now.ts'
import { INTAKE_OPEN_IN } from '../../care/tell-intake.ts'
import type { EnrolmentState } from '../../clinical/enrolment.ts'
import { type AskFor, askedFor } from '../../clinical/intake/ask-for.ts'
import {
  applies,
  HANDED_IN_SHEET,
  isPartKey,
  isQuestionPart,
  PART_KEYS,
  type PartKey,
  QUESTIONNAIRE_PARTS,
  type QuestionPart,
  sheetKind,
} from '../../clinical/intake/parts.ts'
import { toldIn, wordOf } from '../../clinical/intake/question.ts'
import {
  coveredIn,
  isScalePart,
  type ScalesNow,
  scaleStanding,
  standInsIn,
} from '../../clinical/intake/scales.ts'
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
  /** Scales there is a text of in the language of the page, and those that were answered. */
  scales: StoredScales
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
    const scales = scalesIn(stored, c.var.language, now())
    const handedInAt = (await findLatestSheet(scope, key, HANDED_IN_SHEET))?.authoredAt
    const steps = await listSteps(scope)
    const last = steps.at(-1)
    const taken = steps.findLast(({ to }) => to === 'in-review')
    const isBack = last?.from === 'in-review' && last.to === 'intake-complete'
    return {
      state,
      stored,
      scales,
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

type Standing = Pick<OwnIntake, 'stored' | 'scales'>

const scalesNow = ({ stored, scales }: Standing): ScalesNow => ({
  parts: partsIn(stored),
  ...answersIn(scales),
})

/** The parts that are for this person, in their order. */
export function partsFor(own: Standing): PartKey[] {
  const now = scalesNow(own)
  const you = toldOf(own.stored, 'you')
  return PART_KEYS.filter(
    (part) => applies(part, you) && (!isScalePart(part) || scaleStanding(part, now) !== 'not-asked'),
  )
}

/** Questions of a part that are not asked, because a scale covers them. */
export const coveredFor = (own: Standing, part: QuestionPart): ReadonlySet<string> =>
  coveredIn(part, scalesNow(own))

export function partState(own: Standing, part: PartKey): PartState {
  const { stored, scales } = own
  if (isQuestionPart(part))
    return stored.sheets.has(sheetKind(part)) && !lacksStandIn(own, part) ? 'kept' : 'open'
  if (part === 'list') return stored.sheets.has(sheetKind(part)) ? 'kept' : 'open'
  const isAnswered = isScalePart(part)
    ? scales.answered.has(part)
    : stored.responses.has(QUESTIONNAIRE_PARTS[part].code)
  if (isAnswered) return 'kept'
  const way = wordOf(toldOf(stored, part), WAY)
  if (way === WAYS.never) return 'declined'
  if (isScalePart(part) && scales.begun.has(part)) return 'begun'
  return way === WAYS.later ? 'later' : 'open'
}

export const isOpen = (state: PartState): boolean => state === 'open' || state === 'begun'

/** A text that covered some of its questions has gone out of use: they are asked after all. */
function lacksStandIn(own: Standing, part: QuestionPart): boolean {
  const told = toldOf(own.stored, part)
  const covered = coveredFor(own, part)
  return standInsIn(part).some(
    ({ scale, names }) =>
      own.scales.lapsed.has(scale) && names.some((name) => !covered.has(name) && told?.[name] === undefined),
  )
}

/** Where the way on leads from a part: the next one that is open, and in the end the overview. */
export function nextOpen(own: Standing, part: PartKey): PartKey | undefined {
  const parts = partsFor(own)
  const after = parts.slice(parts.indexOf(part) + 1)
  return [...after, ...parts].find((one) => one !== part && isOpen(partState(own, one)))
}

export const partHref = (part: PartKey) => `${INTAKE_PATH}/${part}`

/** On to the next open part, or back to all of them. */
export function goOnFrom(c: RouteContext, { nextPart = '' }: Fields, then: string): Response {
  const isOn = then === 'next' && isPartKey(nextPart)
  return c.redirect(isOn ? partHref(nextPart) : `${INTAKE_PATH}?kept`, 303)
}

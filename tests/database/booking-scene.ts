/** A patient whose supply has come, and everything a booking rests on, each of which a test can leave out. */
import { randomUUID } from 'node:crypto'
import type { Member } from '../../app/access/actor.ts'
import { type inScope, Permit } from '../../app/access/permit.ts'
import { type Booking, bookSession } from '../../app/care/book-session.ts'
import { CONSENT_KINDS, CONSENT_VERSIONS } from '../../app/clinical/consents.ts'
import type { Plan, PlanValues } from '../../app/clinical/plan/shape.ts'
import { PREPARATION_PARTS } from '../../app/clinical/preparation.ts'
import type { Limits } from '../../app/clinical/protocol.ts'
import { enrol } from '../enrolled.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import type { TestDatabase } from '../postgres.ts'

export const NOW = new Date('2026-10-01T12:00:00Z')
export const ZONE = 'America/New_York'
export const LIMITS: Limits = {
  integration: { windowFromHours: 24, windowToHours: 72 },
  intake: { requiredConsents: [...CONSENT_KINDS] },
  course: { expiryNoticeDays: 30 },
  session: { maximumObservationMinutes: 240 },
}

export const VALUES: PlanValues = {
  ...{ route: 'sublingual', unit: 'lozenge', unitStrengthMg: 5, residue: 'spit', holdMinutes: 10 },
  ...{ doseMg: 10, stepMaxMg: 5, ceilingMg: 40, daysBetweenSteps: 7 },
  ...{ sessions: 4, daysBetweenSessions: 7, readingAtMinutes: [0, 60], lookInMinutes: 15 },
  ...{ observationMinutes: 120, isStandingReading: false },
  supportPerson: { minimumAgeYears: 18, isSober: true, staysHours: 4 },
  therapist: 'strongly-advised',
  integration: { isOffered: true, fromHours: 24, toHours: 72 },
  questionnaires: [],
  ...{ startsOn: '2026-09-01', endsOn: '2027-03-20', reviewAfterSessions: 4, reEvaluateOn: '2027-06-30' },
}

type LeftOut = 'plan' | 'grounds' | 'consents' | 'duty' | 'support' | 'backup'

export type Scene = Awaited<ReturnType<typeof bookingScene>>

export async function bookingScene(
  postgres: TestDatabase,
  { without = [], limits = LIMITS }: { without?: readonly LeftOut[]; limits?: Limits } = {},
) {
  const { everything, db } = postgres
  const practiceId = await makePractice(everything, limits, '2027-12-31')
  const patient = await makePatient(everything, practiceId)
  const prescriber = await makeMember(everything, practiceId, ['prescriber'])
  const coordinator = await makeMember(everything, practiceId, ['care-coordinator'])
  const therapist = await makeMember(everything, practiceId, ['therapist'])
  for (const { id } of [prescriber, coordinator, therapist]) await joinCareTeam(everything, patient, id)
  await enrol(everything, { patient, state: 'supplied', since: new Date('2026-09-20T12:00:00Z') })
  const of = { practice_id: practiceId, patient_id: patient.id }

  if (!without.includes('plan')) {
    const plan: Plan = {
      shape: 1,
      protocol: { version: 1, contentHash: 'x', isInvented: true },
      level: 'usual',
      values: VALUES,
      exceptions: [],
    }
    await everything
      .insertInto('plan_version')
      .values({
        ...{ ...of, version: 1, plan: JSON.stringify(plan), protocol_version: 1 },
        ...{ drafted_by: prescriber.id, drafted_by_name: prescriber.name, drafted_at: NOW },
        ...{ signed_by: prescriber.id, signed_by_name: prescriber.name, signed_at: NOW },
      })
      .execute()
  }
  if (!without.includes('consents'))
    for (const kind of CONSENT_KINDS)
      await everything
        .insertInto('consent')
        .values({
          ...{ ...of, consent_id: randomUUID(), kind, text_version: CONSENT_VERSIONS[kind], language: 'en' },
          ...{ signed_name: patient.name, signed_at: new Date('2026-09-01'), withdrawn_at: null },
        })
        .execute()
  if (!without.includes('grounds'))
    for (const subject of ['telehealth-basis', 'licence'] as const)
      await everything
        .insertInto('standing_ground')
        .values({
          ...{ ...of, ground_id: randomUUID(), subject, state: 'FL', from_on: '2026-09-15' },
          ...{ ends_on: '2027-12-31', basis: subject === 'licence' ? null : 'special-registration' },
          ...{ recorded_by: coordinator.id, recorded_by_name: coordinator.name, recorded_at: NOW },
        })
        .execute()

  const putOnDuty = (fromAt: Date, toAt: Date, clinicianId = prescriber.id) =>
    everything
      .insertInto('duty')
      .values({
        practice_id: practiceId,
        duty_id: randomUUID(),
        clinician_id: clinicianId,
        from_at: fromAt,
        to_at: toAt,
      })
      .execute()
  if (!without.includes('duty'))
    await putOnDuty(new Date('2026-10-01T00:00:00Z'), new Date('2027-05-01T00:00:00Z'))

  const invite = async (part: 'support' | 'backup', agreedAt: Date | null): Promise<Member> => {
    const person = await makeMember(everything, practiceId, ['support-person'])
    await joinCareTeam(everything, patient, person.id)
    await everything
      .insertInto('invitation')
      .values({
        ...{ ...of, invitation_id: randomUUID(), part, name: person.name, relationship: 'friend' },
        ...{ account_id: randomUUID(), actor_id: person.id, is_near: true, invited_at: NOW },
        ...{
          agreed_at: agreedAt,
          agreed_version: agreedAt && 1,
          agreed_language: agreedAt && 'en',
          reachable_at: agreedAt,
        },
      })
      .execute()
    return person
  }
  const support = await invite('support', without.includes('support') ? null : NOW)
  const backup = await invite('backup', without.includes('backup') ? null : NOW)

  const permitFor = (who: Member) => Permit.ask(db, who, 'book-session', patient.id)
  return {
    ...{ practiceId, patient, prescriber, coordinator, therapist, support, backup, putOnDuty, permitFor },
    /** A booking for a local time of the patient, in ZONE; the appointment two days after it. */
    booking: (changes: Partial<Booking> = {}): Booking => ({
      sessionId: randomUUID(),
      appointmentId: randomUUID(),
      startsAt: new Date('2026-10-20T14:00:00Z'),
      integrationAt: new Date('2026-10-22T14:00:00Z'),
      withId: therapist.id,
      timeZone: ZONE,
      by: coordinator.name,
      now: NOW,
      ...changes,
    }),
    book: async (booking: Booking, who: Member = coordinator) =>
      bookSession(db, await permitFor(who), booking),
    donePreparing: () =>
      everything
        .insertInto('preparation_part')
        .values(PREPARATION_PARTS.map((part) => ({ ...of, part, done_at: NOW })))
        .execute(),
    stateNow: async () =>
      (
        await everything
          .selectFrom('enrolment')
          .select('state')
          .where('patient_id', '=', patient.id)
          .executeTakeFirstOrThrow()
      ).state,
    sessions: () =>
      everything.selectFrom('dosing_session').selectAll().where('patient_id', '=', patient.id).execute(),
    appointments: () =>
      everything.selectFrom('appointment').selectAll().where('patient_id', '=', patient.id).execute(),
  }
}

export type Work<T> = Parameters<typeof inScope<'read-booking', T>>[2]

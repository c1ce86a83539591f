/** Somebody in every state there is, with the way before it, a session where there is one, and whoever is with them. */
import { randomUUID } from 'node:crypto'
import type { Member } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import type { EnrolmentState } from '../../app/clinical/enrolment.ts'
import { openTestApp } from '../app.ts'
import { enrol } from '../enrolled.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import type { TestDatabase } from '../postgres.ts'
import { dosedScene, makeScene, minute, type Scene } from '../session-scene.ts'

/** On the booked day, before the hour; a session under way is half an hour old. */
const [BEFORE, DURING] = [minute(-60), minute(30)]

/** The way as most people go it. */
export const WAY: readonly EnrolmentState[] = [
  ...(['assessed', 'registered', 'consented', 'intake-complete', 'in-review', 'accepted'] as const),
  ...(['supplied', 'ready', 'session-day', 'in-session', 'recovering', 'integrating'] as const),
]
export const upTo = (state: EnrolmentState) => WAY.slice(0, WAY.indexOf(state) + 1)
const WITH_SESSION: readonly EnrolmentState[] = ['ready', 'session-day', 'in-session', 'recovering']

export type Stand = {
  state: EnrolmentState | undefined
  before: readonly EnrolmentState[]
  pausedFrom?: EnrolmentState
  /** Nobody is with them. */
  isAlone?: boolean
}
export const STANDS: Readonly<Record<string, Stand>> = {
  'no way at all': { state: undefined, before: [] },
  ...Object.fromEntries(WAY.map((state) => [state, { state, before: upTo(state).slice(0, -1) }] as const)),
  declined: { state: 'declined', before: upTo('in-review') },
  're-evaluation-due': { state: 're-evaluation-due', before: WAY },
  completed: { state: 'completed', before: WAY },
  'paused, early': { state: 'paused', before: upTo('consented'), pausedFrom: 'consented' },
  paused: { state: 'paused', before: upTo('supplied'), pausedFrom: 'supplied' },
  'discharged, early': { state: 'discharged', before: upTo('registered') },
  discharged: { state: 'discharged', before: WAY },
}
/** Everywhere somebody can stand. */
export const ALL = Object.keys(STANDS)

/** Who asks for pages. */
export type Asker = {
  read: (path: string) => Promise<{ status: number; to: string | null; html: string }>
  send: (path: string, fields?: Record<string, string>) => Promise<Response>
}
/** `asked`: to be in reserve, and has not answered. */
export type Standing = Asker & { patientId: string; support: Asker; therapist: Asker; asked: Asker }

export async function standAt(
  postgres: TestDatabase,
  login: Login,
  { state, before, pausedFrom, isAlone = false }: Stand,
): Promise<Standing> {
  const { everything } = postgres
  const isUnderWay = state === 'in-session' || state === 'recovering'
  const hasSession = state !== undefined && (WITH_SESSION.includes(state) || before.includes('recovering'))
  const make = isUnderWay ? dosedScene : makeScene
  const scene = hasSession ? await make(postgres) : undefined
  const practiceId = scene?.practiceId ?? (await makePractice(everything))
  const patient = scene?.patient ?? (await makePatient(everything, practiceId))
  if (scene) await forget(postgres, scene, before.includes('recovering'))
  if (state !== undefined)
    await enrol(everything, {
      ...{ patient, state, since: minute(-600), before },
      ...(pausedFrom && { pausedFrom }),
    })
  const app = openTestApp(postgres, {
    ...{ practiceId, login },
    change: { now: () => (isUnderWay ? DURING : BEFORE) },
  })
  const asked = async ({ id }: { id: string }): Promise<Asker> => {
    const account = await login.createAccount({ email: `${id}@test.invalid`, name: 'x' })
    await everything.updateTable('member').set({ account_id: account }).where('actor_id', '=', id).execute()
    const cookie = await app.signIn(account)
    return {
      read: async (path) => {
        const answer = await app.request('GET', path, cookie)
        return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
      },
      send: async (path, fields = { anything: 'x' }) => app.request('POST', path, cookie, fields),
    }
  }
  const beside = async (role: 'support-person' | 'therapist', known?: Member): Promise<Asker> => {
    const member = known ?? (await makeMember(everything, practiceId, [role]))
    if (!known && !isAlone) await joinCareTeam(everything, patient, member.id)
    return asked(member)
  }
  const inReserve = await makeMember(everything, practiceId, ['support-person'])
  if (!isAlone) await askInReserve(postgres, { patient, practiceId, inReserve })
  return {
    patientId: patient.id,
    ...(await asked(patient)),
    asked: await asked(inReserve),
    support: await beside('support-person', scene?.friend),
    therapist: await beside('therapist'),
  }
}

/** The scene's own state goes; its session stays, closed where it was before. */
async function forget({ everything }: TestDatabase, { patient, sessionId }: Scene, isClosed: boolean) {
  await everything.deleteFrom('enrolment_step').where('patient_id', '=', patient.id).execute()
  await everything.deleteFrom('enrolment').where('patient_id', '=', patient.id).execute()
  if (isClosed)
    await everything
      .updateTable('dosing_session')
      .set({ ended_at: minute(-100) })
      .where('session_id', '=', sessionId)
      .execute()
}

type InReserve = { patient: { id: string; practiceId: string }; practiceId: string; inReserve: Member }

async function askInReserve({ everything }: TestDatabase, { patient, practiceId, inReserve }: InReserve) {
  await joinCareTeam(everything, patient, inReserve.id)
  await everything
    .insertInto('invitation')
    .values({
      ...{ practice_id: practiceId, patient_id: patient.id, invitation_id: randomUUID() },
      ...{ part: 'backup', name: inReserve.name, relationship: 'friend', account_id: randomUUID() },
      ...{ actor_id: inReserve.id, is_near: true, invited_at: minute(-700) },
    })
    .execute()
}

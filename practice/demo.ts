/**
 * Makes the demo's people, and gives each their history by handing in what they
 * would have handed in: scores, findings and audit come from the same acts as in
 * a practice. Interrupted, the next start goes on where it stopped.
 */
import { randomUUID } from 'node:crypto'
import { Permit } from '../app/access/permit.ts'
import { submitResponse } from '../app/care/submit-response.ts'
import type { Answers } from '../app/clinical/instruments/instrument.ts'
import { pcl5 } from '../app/clinical/instruments/pcl5.ts'
import { openDatabase, openPool } from '../app/database/connection.ts'
import { type Founding, findPractice, foundPractice } from '../app/database/installation.ts'
import type { House } from '../app/house.ts'
import type { DemoPerson } from '../app/routes/env.ts'
import { uuidFrom } from '../app/system/ids.ts'
import { NEXT_PROTOCOL, PRACTICE, PROTOCOL } from './harbour-street.ts'
import { COVER, PATIENTS, type Patient, REVOKED, STAFF, SUPPORT_PEOPLE } from './people.ts'

const DAY_MS = 24 * 3_600_000
const addressOf = (key: string) => `${key}@demo.invalid`

/** The demo practice, complete. Harmless to repeat. */
export async function furnishDemo(house: House, now: Date): Promise<void> {
  const owner = openDatabase(openPool(house.connectionAs('owner'), 1))
  try {
    if (!(await findPractice(owner))) await foundPractice(owner, await founding(house, now))
    const { furnished_at } = await owner
      .selectFrom('installation')
      .select('furnished_at')
      .executeTakeFirstOrThrow()
    if (furnished_at) return
    const members = await owner
      .selectFrom('member')
      .select(['practice_id', 'actor_id', 'account_id'])
      .execute()
    for (const patient of PATIENTS) {
      const accountId = await accountOf(house, patient.key, '')
      const member = members.find(({ account_id }) => account_id === accountId)
      if (member) await giveHistory(house, patient, member.practice_id, member.actor_id, now)
    }
    await owner.updateTable('installation').set({ furnished_at: now }).execute()
  } finally {
    await owner.destroy()
  }
}

/** Whom one may be, in the order of practice/people.ts. */
export async function listDemoPeople({ login }: House): Promise<DemoPerson[]> {
  const people = [
    ...PATIENTS.map(({ key, givenName, familyName, about }) => {
      return { key, name: `${givenName} ${familyName}`, role: 'patient', about }
    }),
    ...SUPPORT_PEOPLE.map((person) => ({ ...person, role: 'support-person' })),
    ...STAFF.map((person) => ({ ...person, role: person.roles[0] ?? 'admin' })),
  ]
  const listed: DemoPerson[] = []
  for (const { key, name, role, about } of people) {
    const accountId = await login.findAccountId(addressOf(key))
    if (accountId !== undefined) listed.push({ accountId, name, role, about })
  }
  return listed
}

/** The account of one of our people, made when it is not there yet. */
async function accountOf({ login }: House, key: string, name: string): Promise<string> {
  return (await login.findAccountId(addressOf(key))) ?? login.createAccount({ email: addressOf(key), name })
}

async function founding(house: House, now: Date): Promise<Founding> {
  const ids = new Map([...STAFF, ...PATIENTS, ...SUPPORT_PEOPLE].map(({ key }) => [key, randomUUID()]))
  const idOf = (key: string) => ids.get(key) ?? key
  const practitioners: Founding['practitioners'][number][] = []
  for (const { key, name, credentials, roles } of STAFF) {
    const accountId = await accountOf(house, key, name)
    practitioners.push({ id: idOf(key), accountId, name, credentials, roles })
  }
  const patients: Founding['patients'][number][] = []
  for (const { key, givenName, familyName, pronouns, bornOn, state, place, language } of PATIENTS) {
    const accountId = await accountOf(house, key, `${givenName} ${familyName}`)
    patients.push({
      id: idOf(key),
      accountId,
      givenName,
      familyName,
      pronouns,
      bornOn,
      state,
      place,
      language,
    })
  }
  const relatedPeople: Founding['relatedPeople'][number][] = []
  for (const { key, name, of, relationship } of SUPPORT_PEOPLE) {
    const accountId = await accountOf(house, key, name)
    relatedPeople.push({ id: idOf(key), accountId, patientId: idOf(of), name, relationship })
  }
  const coveredUntil = new Date(now.getTime() + COVER.days * DAY_MS)
  const careTeam: Founding['careTeam'] = [
    ...PATIENTS.flatMap(({ key, therapist }) =>
      ['okafor', 'bell', ...(therapist ? [therapist] : [])].map((staff) => ({
        patientId: idOf(key),
        actorId: idOf(staff),
      })),
    ),
    ...COVER.patients.map((key) => ({ patientId: idOf(key), actorId: idOf('herrera'), until: coveredUntil })),
    ...SUPPORT_PEOPLE.map(({ key, of }) => ({ patientId: idOf(of), actorId: idOf(key) })),
    ...REVOKED.map(({ patient, staff }) => ({
      ...{ patientId: idOf(patient), actorId: idOf(staff), revokedAt: new Date(now.getTime() - DAY_MS) },
    })),
  ]
  return {
    mode: 'demo',
    practice: { id: randomUUID(), ...PRACTICE },
    protocols: protocolsOf(idOf, now),
    practitioners,
    patients,
    relatedPeople,
    careTeam,
  }
}

/** One version that two people signed, and a draft after it. */
function protocolsOf(idOf: (key: string) => string, now: Date): Founding['protocols'] {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const day = (at: Date) => at.toISOString().slice(0, 10)
  const staff = (key: string) => STAFF.find((person) => person.key === key)
  const by = (key: string, at: Date) => ({ actorId: idOf(key), name: staff(key)?.name ?? key, at })
  const { signers, signedDaysAgo, validDays } = PROTOCOL
  return [
    {
      ...{ limits: PROTOCOL.limits, isInvented: true, expiresOn: day(daysAgo(signedDaysAgo - validDays)) },
      draftedBy: by(signers[0] ?? '', daysAgo(signedDaysAgo + 2)),
      signatures: signers.map((key, i) => ({
        ...by(key, daysAgo(signedDaysAgo + signers.length - 1 - i)),
        isDirector: staff(key)?.roles.includes('medical-director') ?? false,
      })),
    },
    {
      ...{ limits: NEXT_PROTOCOL.limits, isInvented: true, expiresOn: day(daysAgo(-validDays)) },
      ...{ draftedBy: by(NEXT_PROTOCOL.draftedBy, daysAgo(NEXT_PROTOCOL.draftedDaysAgo)), signatures: [] },
    },
  ]
}

async function giveHistory(
  { db }: House,
  patient: Patient,
  practiceId: string,
  patientId: string,
  now: Date,
): Promise<void> {
  const actor = { id: patientId, practiceId, roles: ['patient'] as const }
  for (const [index, checkIn] of patient.checkIns.entries()) {
    const permit = await Permit.ask(db, actor, 'submit-answers', patientId)
    await submitResponse(db, permit, {
      instrument: pcl5,
      id: uuidFrom(`${patientId} ${index}`),
      language: patient.language,
      answers: 'total' in checkIn ? answersAdding(checkIn.total, index) : answersStopping(checkIn),
      authoredAt: new Date(now.getTime() - checkIn.daysAgo * DAY_MS),
    })
  }
}

/** Answers that add up to `total` (0 to 80), uneven as people’s answers are. */
function answersAdding(total: number, turn: number): Answers {
  const values = pcl5.items.map(() => Math.floor(total / pcl5.items.length))
  let left = total - values.reduce((sum, value) => sum + value, 0)
  for (let i = 0; left > 0; i++, left--) {
    const at = (i * 7 + turn * 3) % values.length
    values[at] = (values[at] ?? 0) + 1
  }
  // One up and one down keeps the sum, and no row looks ruled.
  for (let i = 0; i + 1 < values.length; i += 3) {
    const [up, down] = [values[i] ?? 0, values[i + 1] ?? 0]
    if (up < 4 && down > 0) {
      values[i] = up + 1
      values[i + 1] = down - 1
    }
  }
  return Object.fromEntries(pcl5.items.map(({ linkId }, i) => [linkId, values[i]]))
}

/** The first questions answered, some skipped, the rest never reached. */
const answersStopping = ({ answered, skipped }: { answered: number; skipped: number }): Answers =>
  Object.fromEntries(
    pcl5.items.flatMap(({ linkId }, i): [string, number | 'skipped'][] => {
      if (i < answered) return [[linkId, (i % 3) + 1]]
      return i < answered + skipped ? [[linkId, 'skipped']] : []
    }),
  )

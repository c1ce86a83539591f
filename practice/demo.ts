/** Founds the demo practice, with everybody in it, and says whom one may be. What they did before comes by arrivals.ts. */
import { randomUUID } from 'node:crypto'
import { openDatabase, openPool } from '../app/database/connection.ts'
import { type Founding, findPractice, foundPractice } from '../app/database/installation.ts'
import type { House } from '../app/house.ts'
import type { DemoPerson } from '../app/routes/env.ts'
import { NEXT_PROTOCOL, PRACTICE, PROTOCOL } from './harbour-street.ts'
import { addressOf, COVER, PATIENTS, REVOKED, STAFF, SUPPORT_PEOPLE } from './people.ts'
import { LISTED_BESIDE } from './ways/people.ts'

const DAY_MS = 24 * 3_600_000

/** Harmless to repeat. */
export async function foundDemo(house: House, now: Date): Promise<void> {
  const owner = openDatabase(openPool(house.connectionAs('owner'), 1))
  try {
    if (!(await findPractice(owner))) await foundPractice(owner, await founding(house, now))
  } finally {
    await owner.destroy()
  }
}

/** Whom one may be, in the order of practice/people.ts. */
export async function listDemoPeople({ login }: House): Promise<DemoPerson[]> {
  const people = [
    ...PATIENTS.map(({ key, givenName, familyName, about, way }) => {
      return { key, name: `${givenName} ${familyName}`, role: way ? 'on-the-way' : 'patient', about }
    }),
    ...[...SUPPORT_PEOPLE, ...LISTED_BESIDE].map((person) => ({ ...person, role: 'support-person' })),
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
  for (const { key, name } of LISTED_BESIDE) await accountOf(house, key, name)
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

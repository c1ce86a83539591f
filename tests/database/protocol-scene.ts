/** A practice with one signed protocol, its director and a prescriber: made anew for each test of a file that imports this. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { beginDraft, saveDraft } from '../../app/care/draft-protocol.ts'
import { retireProtocol } from '../../app/care/retire-protocol.ts'
import { signProtocol } from '../../app/care/sign-protocol.ts'
import type { Limits } from '../../app/clinical/protocol.ts'
import {
  findProtocolInForce,
  findProtocolVersion,
  type ProtocolVersion,
} from '../../app/records/protocol-versions.ts'
import { makeMember, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

export let postgres: TestDatabase
export let practiceId: string
export let director: Member
export let prescriber: Member
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())
beforeEach(async () => {
  practiceId = await makePractice(postgres.everything) // version 1: a rise of 10 points
  director = await makeMember(postgres.everything, practiceId, ['prescriber', 'medical-director'])
  prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
})

export const now = new Date()
export const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
export const dayIn = (days: number) =>
  hours(24 * days)
    .toISOString()
    .slice(0, 10)
export const today = dayIn(0)
export const risesBy = (points: number): Limits => ({ instruments: { pcl5: { worseningPoints: points } } })

export const begin = async (author = prescriber) =>
  beginDraft(postgres.db, await Permit.ask(postgres.db, author, 'draft-protocol'), {
    ...{ author, now, isInvented: true },
  })

export async function save(
  version: number,
  change: { limits?: Limits; expiresOn?: string | null; readHash?: string },
) {
  const permit = await Permit.ask(postgres.db, prescriber, 'draft-protocol')
  const { limits = risesBy(5), expiresOn = dayIn(300), readHash = (await read(version)).hash } = change
  const wanted = { version, readHash, limits, expiresOn }
  return saveDraft(postgres.db, permit, { name: prescriber.name, at: now }, wanted)
}

export async function sign(
  version: number,
  signer: Member,
  change: { readHash?: string; at?: Date; on?: string } = {},
) {
  const permit = await Permit.ask(postgres.db, signer, 'sign-protocol')
  const { readHash = (await read(version)).hash, at = now, on = today } = change
  const outcome = await signProtocol(postgres.db, permit, signer, { version, readHash, now: at, today: on })
  return outcome.status === 'not-signed' ? outcome.why : outcome.status
}

export async function retire(version: number, because: string, change: { readHash?: string } = {}) {
  const permit = await Permit.ask(postgres.db, director, 'retire-protocol')
  const { readHash = (await read(version)).hash } = change
  return retireProtocol(postgres.db, permit, director, { version, readHash, because, now })
}

export async function read(version: number): Promise<ProtocolVersion> {
  const permit = await Permit.ask(postgres.db, director, 'read-protocol-versions')
  const found = await inScope(postgres.db, permit, (scope) => findProtocolVersion(scope, version))
  if (!found) throw new Error(`there is no version ${version}`)
  return found
}

export async function inForce() {
  const permit = await Permit.ask(postgres.db, director, 'read-protocol')
  return inScope(postgres.db, permit, findProtocolInForce)
}

export async function drafted(limits = risesBy(5)): Promise<number> {
  const version = await begin()
  await save(version, { limits })
  return version
}

export async function brought(limits = risesBy(5)): Promise<number> {
  const version = await drafted(limits)
  await sign(version, prescriber)
  expect(await sign(version, director)).toBe('in-force')
  return version
}

export const asOwner = (text: string) => sql.raw(text).execute(postgres.everything)
export const ofVersion = (version: number) => `where practice_id = '${practiceId}' and version = ${version}`

/** From here on in a practice where one person alone is physician and director. */
export async function onePhysicianAlone(): Promise<void> {
  practiceId = await makePractice(postgres.everything)
  director = await makeMember(postgres.everything, practiceId, ['prescriber', 'medical-director'])
  prescriber = director
}

/** A protocol from its draft to its end. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { contentHash } from '../../app/clinical/protocol/content-hash.ts'
import { makeMember } from '../people.ts'
import {
  asOwner,
  begin,
  brought,
  dayIn,
  director,
  drafted,
  hours,
  inForce,
  ofVersion,
  onePhysicianAlone,
  postgres,
  practiceId,
  prescriber,
  read,
  retire,
  risesBy,
  save,
  sign,
} from './protocol-scene.ts'

describe('a draft', () => {
  test('begins with the numbers in force, once, and has no effect', async () => {
    const version = await begin()
    expect(version).toBe(2)
    expect(await begin(director)).toBe(2)
    expect(await read(2)).toMatchObject({
      limits: risesBy(10),
      basedOn: 1,
      expiresOn: null,
      inForceFrom: null,
    })
    expect(await inForce()).toMatchObject({ version: 1 })
  })

  test('is saved whole, and what it said is told from what it says by its hash', async () => {
    const version = await begin()
    const before = await read(version)
    expect(await save(version, {})).toEqual({ status: 'saved', signaturesFellAway: 0 })
    const after = await read(version)
    expect(after).toMatchObject({ limits: risesBy(5), changed: { name: prescriber.name } })
    expect(after.hash).not.toBe(before.hash)
    expect(after.hash).toBe(
      contentHash({ version, limits: risesBy(5), expiresOn: dayIn(300), isInvented: true }),
    )
  })

  test('saved twice alike is saved once', async () => {
    const version = await drafted()
    const { changed } = await read(version)
    expect(await save(version, { readHash: 'whatever was read' })).toMatchObject({ status: 'unchanged' })
    expect((await read(version)).changed).toEqual(changed)
  })

  test('that somebody changed meanwhile is not written over', async () => {
    const version = await begin()
    const { hash } = await read(version)
    await save(version, { limits: risesBy(5) })
    expect(await save(version, { limits: risesBy(6), readHash: hash })).toMatchObject({
      ...{ status: 'changed-meanwhile', current: { limits: risesBy(5) } },
    })
    expect((await read(version)).limits).toEqual(risesBy(5))
  })

  test('loses its signatures when it changes, and says whose they were', async () => {
    const version = await drafted()
    await sign(version, prescriber)
    expect(await save(version, { limits: risesBy(7) })).toEqual({ status: 'saved', signaturesFellAway: 1 })
    expect(await read(version)).toMatchObject({ signatures: [], fallenAway: [{ name: prescriber.name }] })
    expect(await sign(version, director)).toBe('signed-once')
    expect(await inForce()).toMatchObject({ version: 1 })
  })

  test('is none any more once it is in force or set aside', async () => {
    const version = await brought()
    await expect(save(version, { limits: risesBy(9) })).rejects.toMatchObject({ code: 'conflict' })
    const next = await begin()
    await retire(next, 'not needed')
    await expect(save(next, {})).rejects.toMatchObject({ code: 'conflict' })
    expect(await begin()).toBe(next + 1)
  })
})

describe('two signatures', () => {
  test('bring a protocol into force, and the one before is replaced', async () => {
    const version = await drafted()
    expect(await sign(version, prescriber)).toBe('signed-once')
    expect(await inForce()).toMatchObject({ version: 1 })
    expect(await sign(version, director)).toBe('in-force')
    expect(await inForce()).toMatchObject({ version, limits: risesBy(5), expiresOn: dayIn(300) })
    expect((await inForce())?.signedBy).toBe(`${prescriber.name}, ${director.name}`)
    expect(await read(1)).toMatchObject({ replacedBy: version, limits: risesBy(10) })
  })

  test('are two people’s, one of them a director', async () => {
    const another = await makeMember(postgres.everything, practiceId, ['prescriber'])
    const version = await drafted()
    expect(await sign(version, prescriber)).toBe('signed-once')
    expect(await sign(version, prescriber)).toBe('same-person')
    expect(await sign(version, prescriber, { at: hours(48) })).toBe('same-person')
    expect(await sign(version, another)).toBe('needs-director')
    expect((await read(version)).signatures).toHaveLength(1)
    expect(await sign(version, director)).toBe('in-force')
    expect(await sign(version, director)).toBe('not-open')
  })

  test('are on what was read: after a change nothing is signed', async () => {
    const version = await drafted()
    const { hash } = await read(version)
    await save(version, { limits: risesBy(7) })
    expect(await sign(version, director, { readHash: hash })).toBe('changed')
    expect((await read(version)).signatures).toEqual([])
  })

  test('are not given without a day to come, or on what contradicts itself', async () => {
    const version = await begin()
    expect(await sign(version, director)).toBe('no-expiry')
    await save(version, { expiresOn: dayIn(3) })
    expect(await sign(version, director, { on: dayIn(4) })).toBe('expired')
    await save(version, { limits: { dose: { firstMaxMg: 2, absoluteMaxMg: 1 } } })
    expect(await sign(version, director)).toBe('contradicts-itself')
    expect((await read(version)).signatures).toEqual([])
  })

  test('of which none was given leave no trace of one', async () => {
    const version = await drafted()
    await sign(version, prescriber)
    await sign(version, prescriber)
    const { rows } = await sql<{ outcome: string }>`
      select outcome from audit_event
      where practice_id = ${practiceId} and action = 'sign-protocol' order by position`.execute(
      postgres.everything,
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['granted', 'done', 'granted'])
  })

  test('pressed at the same moment bring it into force once', async () => {
    const version = await drafted()
    const outcomes = await Promise.all([sign(version, prescriber), sign(version, director)])
    expect(outcomes.sort()).toEqual(['in-force', 'signed-once'])
    const twice = await drafted(risesBy(3))
    const same = await Promise.all([sign(twice, director), sign(twice, director)])
    expect(same.sort()).toEqual(['same-person', 'signed-once'])
  })

  test('are one director’s, a day apart, where nobody else may sign', async () => {
    await onePhysicianAlone()
    const version = await drafted()
    expect(await sign(version, director, { at: hours(-25) })).toBe('signed-once')
    expect(await sign(version, director, { at: hours(-2) })).toBe('too-soon')
    expect(await sign(version, director)).toBe('in-force')
    expect((await read(version)).signatures.map(({ by }) => by)).toEqual([director.id, director.id])
  })

  test.each(['first', 'second'])(
    'may be given by a reviewer from outside, %s, and are marked as theirs',
    async (turn) => {
      await onePhysicianAlone()
      const reviewer = await makeMember(postgres.everything, practiceId, ['protocol-reviewer'])
      const version = await drafted()
      const order = turn === 'first' ? [reviewer, director] : [director, reviewer]
      for (const [nth, signer] of order.entries())
        expect(await sign(version, signer)).toBe(nth === 0 ? 'signed-once' : 'in-force')
      expect((await read(version)).signatures).toMatchObject(
        order.map((signer) => ({
          ...{ by: signer.id, isReviewer: signer === reviewer, isDirector: signer === director },
        })),
      )
      expect(await inForce()).toMatchObject({ version })
      expect(await read(1)).toMatchObject({ replacedBy: version })
    },
  )

  test('of a reviewer and somebody who is no director bring nothing into force', async () => {
    const reviewer = await makeMember(postgres.everything, practiceId, ['protocol-reviewer'])
    const another = await makeMember(postgres.everything, practiceId, ['protocol-reviewer'])
    const version = await drafted()
    expect(await sign(version, reviewer)).toBe('signed-once')
    expect(await sign(version, reviewer, { at: hours(48) })).toBe('same-person')
    expect(await sign(version, another)).toBe('needs-director')
    expect(await sign(version, prescriber)).toBe('needs-director')
    expect(await inForce()).toMatchObject({ version: 1 })
  })

  test('of a reviewer come with no other power over a protocol', async () => {
    const reviewer = await makeMember(postgres.everything, practiceId, ['protocol-reviewer'])
    await drafted()
    for (const action of ['draft-protocol', 'retire-protocol'] as const)
      await expect(Permit.ask(postgres.db, reviewer, action)).rejects.toMatchObject({ code: 'not-found' })
    const permit = await Permit.ask(postgres.db, reviewer, 'sign-protocol')
    const directly = (change: Record<string, unknown>) =>
      inScope(postgres.db, permit, ({ trx }) =>
        trx.updateTable('protocol_version').set(change).where('version', '=', 2).execute(),
      )
    for (const change of [
      { limits: '{}', content_hash: '0'.repeat(64) },
      { expires_on: dayIn(900), content_hash: '0'.repeat(64) },
    ])
      await expect(directly(change)).rejects.toThrow(/changes no number/)
    const ended = { ended_at: hours(0), ended_by: reviewer.id, ended_by_name: 'x', ended_because: 'x' }
    await expect(directly(ended)).rejects.toThrow(/ends no version/)
  })
})

describe('the end', () => {
  test('of what is in force leaves none, with the reason', async () => {
    await retire(1, 'moving to another medicine')
    expect(await inForce()).toBeUndefined()
    expect((await read(1)).ended).toMatchObject({
      because: 'moving to another medicine',
      name: director.name,
    })
  })

  test('is given once: again alike is harmless, otherwise it is a conflict', async () => {
    await retire(1, 'a reason')
    await retire(1, 'a reason')
    await expect(retire(1, 'another')).rejects.toMatchObject({ code: 'conflict' })
  })

  test.each(['', '   ', 'x'.repeat(501)])('needs a reason', async (because) => {
    await expect(retire(1, because)).rejects.toMatchObject({ code: 'invalid' })
    expect(await inForce()).toMatchObject({ version: 1 })
  })

  test('is of what was read', async () => {
    const version = await drafted()
    await expect(retire(version, 'a reason', { readHash: 'something else' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('comes by itself after the last day', async () => {
    const version = await brought()
    await asOwner(`alter table protocol_version disable trigger guard`)
    await asOwner(`update protocol_version set expires_on = '${dayIn(-2)}' ${ofVersion(version)}`)
    await asOwner(`alter table protocol_version enable trigger guard`)
    expect(await inForce()).toBeUndefined()
    const next = await begin()
    expect(await read(next)).toMatchObject({ basedOn: null, limits: {} })
  })
})

describe('wrong roles', () => {
  test.each(['care-coordinator', 'admin', 'therapist', 'patient'] as const)('%s is refused', async (role) => {
    const member = await makeMember(postgres.everything, practiceId, [role])
    for (const action of ['draft-protocol', 'sign-protocol', 'retire-protocol', 'read-rules'] as const)
      await expect(Permit.ask(postgres.db, member, action)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a prescriber retires nothing', async () => {
    await expect(Permit.ask(postgres.db, prescriber, 'retire-protocol')).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

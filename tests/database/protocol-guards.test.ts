/** What the database itself holds on to, whoever asks; and what answers are judged by. */
import { describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { signProtocol } from '../../app/care/sign-protocol.ts'
import { submitResponse } from '../../app/care/submit-response.ts'
import type { Answers } from '../../app/clinical/instruments/instrument.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { listProtocolVersions } from '../../app/records/protocol-versions.ts'
import { countFindings } from '../../app/records/rule-counts.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import {
  asOwner,
  begin,
  brought,
  director,
  drafted,
  hours,
  now,
  ofVersion,
  postgres,
  practiceId,
  prescriber,
  read,
  retire,
  risesBy,
  sign,
  today,
} from './protocol-scene.ts'

describe('the database itself', () => {
  test.each([
    ['its numbers', `limits = '{}', content_hash = repeat('0', 64)`],
    ['its numbers under the same hash', `limits = '{}'`],
    ['its last day', `expires_on = '2099-01-01', content_hash = repeat('0', 64)`],
    ['its hash', `content_hash = repeat('0', 64)`],
    ['who signed it', `signed_by = 'somebody else'`],
    ['when', `signed_at = now()`],
    ['that it was signed', `signed_by = null, signed_at = null`],
    ['that it is invented', `is_invented = false`],
    ['its number', `version = 99`],
  ])('lets nobody change of a signed version %s, its owner neither', async (_what, change) => {
    const version = await brought()
    await expect(asOwner(`update protocol_version set ${change} ${ofVersion(version)}`)).rejects.toThrow()
    expect(await read(version)).toMatchObject({ limits: risesBy(5) })
  })

  test('lets nobody take away a version or a signature', async () => {
    const version = await brought()
    for (const table of ['protocol_version', 'protocol_signature'])
      await expect(asOwner(`delete from ${table} ${ofVersion(version)}`)).rejects.toThrow(
        /kept|does not change/,
      )
    await expect(
      asOwner(`update protocol_signature set is_director = true ${ofVersion(version)}`),
    ).rejects.toThrow(/does not change/)
  })

  test('lets no draft’s numbers change without its hash', async () => {
    const version = await drafted()
    await expect(asOwner(`update protocol_version set limits = '{}' ${ofVersion(version)}`)).rejects.toThrow(
      /hash did not/,
    )
  })

  const bringing = (version: number) =>
    asOwner(`update protocol_version set ended_at = now(), ended_by_name = 'x' ${ofVersion(1)};
      update protocol_version set signed_by = 'x', signed_at = now() ${ofVersion(version)}`)

  test('brings nothing into force on fewer than two signatures, or without a director', async () => {
    const another = await makeMember(postgres.everything, practiceId, ['prescriber'])
    const version = await drafted()
    await expect(bringing(version)).rejects.toThrow(/two signatures/)
    await sign(version, prescriber)
    await expect(bringing(version)).rejects.toThrow(/two signatures/)
    const { hash } = await read(version)
    const second = (by: Member) =>
      asOwner(`insert into protocol_signature values
        ('${practiceId}', ${version}, '${hash}', 2, '${by.id}', '${by.name}', false, now())`)
    await second(another)
    await expect(bringing(version)).rejects.toThrow(/medical director/)
  })

  test('brings nothing into force on one person’s two signatures of a moment', async () => {
    const version = await drafted()
    await sign(version, director)
    const { hash } = await read(version)
    await asOwner(`insert into protocol_signature values
      ('${practiceId}', ${version}, '${hash}', 2, '${director.id}', '${director.name}', true, now() + interval '3 days')`)
    await expect(bringing(version)).rejects.toThrow(/two people/)
  })

  test('holds one version in force and one draft for each practice', async () => {
    await begin()
    const second = (signed: string) =>
      asOwner(`insert into protocol_version (practice_id, version, limits, is_invented, content_hash, signed_by, signed_at)
        values ('${practiceId}', 9, '{}', true, repeat('0', 64), ${signed})`)
    await expect(second(`'x', now()`)).rejects.toThrow(/protocol_version_in_force/)
    await expect(second('null, null')).rejects.toThrow(/protocol_version_draft/)
  })

  test('lets nobody sign in another’s name, as more than they are, or on what does not stand there', async () => {
    const version = await drafted()
    const { hash } = await read(version)
    const permit = await Permit.ask(postgres.db, prescriber, 'sign-protocol')
    const signing = (change: object) =>
      inScope(postgres.db, permit, ({ trx }) =>
        trx
          .insertInto('protocol_signature')
          .values({
            ...{ practice_id: practiceId, version, content_hash: hash, turn: 1, signed_at: now },
            ...{ signed_by: prescriber.id, signed_by_name: 'x', is_director: false },
            ...change,
          })
          .execute(),
      )
    for (const change of [
      { signed_by: director.id },
      { is_director: true },
      { is_reviewer: true },
      { content_hash: '0'.repeat(64) },
      { version: 1 },
    ])
      await expect(signing(change), JSON.stringify(change)).rejects.toThrow(/row-level security/)
    await signing({})
  })

  test('shows a draft where no patient is concerned, and nowhere else', async () => {
    await drafted()
    const patient = await makePatient(postgres.everything, practiceId)
    await joinCareTeam(postgres.everything, patient, prescriber.id)
    const permit = await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
    const versions = await inScope(postgres.db, permit, ({ trx }) =>
      trx.selectFrom('protocol_version').select('version').execute(),
    )
    expect(versions).toEqual([{ version: 1 }])
  })

  test('shows one practice nothing of another’s', async () => {
    const version = await drafted()
    await sign(version, prescriber)
    const elsewhere = await makePractice(postgres.everything)
    const stranger = await makeMember(postgres.everything, elsewhere, ['prescriber', 'medical-director'])
    const permit = await Permit.ask(postgres.db, stranger, 'read-protocol-versions')
    expect(await inScope(postgres.db, permit, listProtocolVersions)).toMatchObject([
      { version: 1, fallenAway: [] },
    ])
    const signing = await Permit.ask(postgres.db, stranger, 'sign-protocol')
    await expect(
      signProtocol(postgres.db, signing, stranger, { version, readHash: 'x', now, today }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('answers', () => {
  const adding = (total: number): Answers =>
    Object.fromEntries(
      pcl5.items.map(({ linkId }, i) => [linkId, Math.floor(total / 20) + (i < total % 20 ? 1 : 0)]),
    )

  async function handIn(patient: Member, total: number, at: Date) {
    const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
    const response = { id: crypto.randomUUID(), language: 'en', answers: adding(total), authoredAt: at }
    await submitResponse(postgres.db, permit, { instrument: pcl5, ...response })
    return postgres.everything
      .selectFrom('finding')
      .select(['protocol_version', 'evidence', 'rules', 'missing', 'is_unknown'])
      .where('questionnaire_response_id', '=', response.id)
      .execute()
  }

  test('are judged by what is in force when they are handed in', async () => {
    const patient = await makePatient(postgres.everything, practiceId)
    await handIn(patient, 30, hours(-9))
    const version = await drafted(risesBy(5))
    expect(await handIn(patient, 36, hours(-8))).toEqual([])
    await sign(version, prescriber)
    expect(await handIn(patient, 36, hours(-7))).toEqual([])
    await sign(version, director)
    expect(await handIn(patient, 36, hours(-6))).toMatchObject([
      { protocol_version: version, evidence: { worseningPoints: 5 }, rules: [{ id: 'F01', version: 1 }] },
    ])
  })

  test('that cannot be judged keep what was missing, and are counted for each rule they speak for', async () => {
    const patient = await makePatient(postgres.everything, practiceId)
    await retire(1, 'none for now')
    await handIn(patient, 30, hours(-9))
    const [found] = await handIn(patient, 60, hours(-8))
    expect(found).toMatchObject({
      ...{ is_unknown: true, protocol_version: null, rules: [{ id: 'F01', version: 1 }] },
      missing: [{ kind: 'limit', name: 'instruments.pcl5.worseningPoints' }],
    })
    await asOwner(`update finding set rules = '[{"id":"F01","version":1},{"id":"C19","version":1}]'
      where patient_id = '${patient.id}'`)
    const permit = await Permit.ask(postgres.db, prescriber, 'read-rules')
    const counted = (since: Date) => inScope(postgres.db, permit, (scope) => countFindings(scope, since))
    expect((await counted(hours(-24))).sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1))).toEqual([
      { ruleId: 'C19', isUnknown: true, findings: 1, patients: 1 },
      { ruleId: 'F01', isUnknown: true, findings: 1, patients: 1 },
    ])
    expect(await counted(hours(1))).toEqual([])
  })

  test('of another practice are not counted', async () => {
    const patient = await makePatient(postgres.everything, practiceId)
    await handIn(patient, 30, hours(-9))
    await handIn(patient, 60, hours(-8))
    const elsewhere = await makePractice(postgres.everything)
    const stranger = await makeMember(postgres.everything, elsewhere, ['prescriber'])
    const permit = await Permit.ask(postgres.db, stranger, 'read-rules')
    expect(await inScope(postgres.db, permit, (scope) => countFindings(scope, hours(-24)))).toEqual([])
  })
})

/** A plan from its draft to a signature that nobody can change, on a real database. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { listPlansWithExceptions } from '../../app/records/plans.ts'
import { joinCareTeam, makeMember, makePatient } from '../people.ts'
import {
  asReader,
  coordinator,
  draw,
  LIMITS,
  patient,
  permitFor,
  room,
  save,
  sign,
  signedPlan,
  state,
} from './plan-scene.ts'
import {
  asOwner,
  brought,
  director,
  hours,
  now,
  postgres,
  practiceId,
  prescriber,
  retire,
} from './protocol-scene.ts'

const draftHash = async () => (await room()).draft?.hash ?? ''
const ofPatient = () => `where patient_id = '${patient.id}'`

describe('drafting', () => {
  test('draws one draft from the protocol in force, however often it is pressed', async () => {
    await Promise.all([draw(), draw()])
    const { draft, protocol } = await room()
    expect(draft?.plan.protocol).toEqual({
      version: protocol?.version,
      contentHash: protocol?.contentHash,
      isInvented: true,
    })
    expect(draft?.plan.level).toBe('most-careful')
    expect(draft?.plan.values.doseMg).toBe(5)
    expect(draft?.version).toBe(1)
  })

  test('never asks for more than the protocol’s start, nor than the plan before, however often it is drawn', async () => {
    await signedPlan()
    for (let turn = 0; turn < 3; turn += 1) {
      await draw()
      const { draft, signed } = await room()
      expect(draft?.plan.values.doseMg).toBeLessThanOrEqual(signed[0]?.plan.values.doseMg ?? 0)
      expect(await sign()).toBe('signed')
    }
    expect((await room()).signed.map(({ plan }) => plan.values.doseMg)).toEqual([5, 5, 5, 5])
  })

  test('keeps what was edited, and refuses to write over what somebody else saved meanwhile', async () => {
    await draw()
    const readHash = await draftHash()
    expect(await save({ values: { sessions: 3 } })).toBe('saved')
    expect(await save({ values: { sessions: 2 }, readHash })).toBe('changed-meanwhile')
    expect((await room()).draft?.plan.values.sessions).toBe(3)
    expect(await draw(prescriber, readHash)).toBe('changed-meanwhile')
    expect(await draw(prescriber, await draftHash())).toBe('saved')
    expect((await room()).draft?.plan.values.sessions).toBe(4)
  })

  test('is nobody else’s: not a stranger’s, not a coordinator’s', async () => {
    const stranger = await makeMember(postgres.everything, practiceId, ['prescriber'])
    for (const who of [stranger, coordinator])
      await expect(permitFor(who, 'draft-plan')).rejects.toMatchObject({ code: 'not-found' })
    const other = await makePatient(postgres.everything, practiceId)
    await expect(permitFor(prescriber, 'draft-plan', other.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is refused where no plan is drafted', async () => {
    await asOwner(`update enrolment set state = 'consented' ${ofPatient()}`)
    await expect(draw()).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('signing', () => {
  test('accepts the patient, in one transaction with the signature', async () => {
    await signedPlan()
    expect(await state()).toBe('accepted')
    const { signed, draft } = await room()
    expect(draft).toBeUndefined()
    expect(signed[0]).toMatchObject({
      version: 1,
      signed: { id: prescriber.id, name: prescriber.name, at: now },
    })
  })

  test('twice is once, one after the other or both at the same moment', async () => {
    await draw()
    const readHash = await draftHash()
    expect(await Promise.all([sign({ version: 1, readHash }), sign({ version: 1, readHash })])).toEqual([
      'signed',
      'signed',
    ])
    expect(await sign({ version: 1, readHash })).toBe('signed')
    const steps = await sql<{ to_state: string }>`
      select to_state from enrolment_step where patient_id = ${patient.id}`.execute(postgres.everything)
    expect(steps.rows).toEqual([{ to_state: 'accepted' }])
  })

  test('is refused with an exception that has no reason, and goes with one', async () => {
    await draw()
    await save({ values: { sessions: 5 } })
    expect(await sign()).toBe('checks')
    expect(await state()).toBe('in-review')
    await save({ reasons: { 'more-sessions': 'Asked for by the therapist.' } })
    expect(await sign()).toBe('signed')
    expect((await room()).signed[0]?.checks).toContainEqual(
      expect.objectContaining({ code: 'more-sessions', reason: 'Asked for by the therapist.' }),
    )
  })

  test('goes with a reason for a line of several parts, whatever order the database keeps them in', async () => {
    await draw()
    const supportPerson = { minimumAgeYears: 18, isSober: true, staysHours: 3 }
    await save({
      values: { supportPerson },
      reasons: { 'support-hours-shorter': 'A nurse lives next door.' },
    })
    expect(await sign()).toBe('signed')
    const codes = (await room()).signed[0]?.checks.map(({ code }) => code)
    expect(codes).not.toContain('integration-hours-other')
  })

  test('is refused on what blocks, whatever reason is given', async () => {
    await draw()
    await save({ values: { endsOn: null } })
    expect(await sign()).toBe('checks')
  })

  test('is refused where the draft no longer says what was read', async () => {
    await draw()
    const readHash = await draftHash()
    await save({ values: { sessions: 3 } })
    expect(await sign({ readHash })).toBe('changed')
  })

  test('is refused under another name, and with an open finding that blocks', async () => {
    await draw()
    expect(await sign({ typedName: 'Somebody Else' })).toBe('name')
    expect(await sign({ typedName: '' })).toBe('name')
    const response = { practice_id: practiceId, questionnaire_response_id: crypto.randomUUID() }
    await postgres.everything
      .insertInto('questionnaire_response')
      .values({
        ...{ ...response, patient_id: patient.id, instrument: 'pcl-5', instrument_version: '1.0.0' },
        ...{ language: 'en', answers: '{}', total: null, authored_at: now },
      })
      .execute()
    await postgres.everything
      .insertInto('finding')
      .values({
        ...{ ...response, patient_id: patient.id, rule_id: 'B01', rule_version: 1, protocol_version: null },
        ...{ is_unknown: false, severity: 'block', evidence: '{}' },
      })
      .execute()
    expect(await sign()).toBe('findings')
    await asOwner(
      `update finding set closed_at = now(), closed_by = '${prescriber.id}', closed_because = 'x' ${ofPatient()}`,
    )
    expect(await sign()).toBe('signed')
  })

  test('is refused once the protocol is past its last day, or retired', async () => {
    await draw()
    expect(await sign({ at: hours(24 * 400) })).toBe('checks')
    const { protocol } = await room()
    await retire(protocol?.version ?? 0, 'Numbers are looked at again.')
    expect(await sign()).toBe('no-protocol')
  })

  test('leaves nothing behind, whichever of its statements does not come through', async () => {
    await draw()
    const before = await everything()
    for (const table of ['plan_version', 'enrolment', 'enrolment_step', 'audit_event']) {
      await refuseWrites(table)
      await expect(sign()).rejects.toThrow()
      await allowWrites(table)
      expect(await everything(), table).toEqual(before)
    }
    expect(await sign()).toBe('signed')
  })
})

describe('what is signed', () => {
  test('is changed by nobody: not by the app, not by the owner of the tables', async () => {
    await signedPlan()
    for (const change of [`plan = '{}'`, `checks = '[]'`, `signed_by_name = 'x'`, 'signed_at = null']) {
      await expect(asOwner(`update plan_version set ${change} ${ofPatient()}`)).rejects.toThrow(
        /does not change|check/,
      )
    }
    await expect(asOwner(`delete from plan_version ${ofPatient()}`)).rejects.toThrow('is kept')
    const permit = await permitFor(prescriber, 'draft-plan')
    const changed = await inScope(postgres.db, permit, ({ trx }) =>
      trx.updateTable('plan_version').set({ plan: '{}' }).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })

  test('is signed by the app in nobody’s name but the prescriber’s own, and by no patient', async () => {
    await draw()
    const signature = { signed_by_name: 'x', signed_at: now }
    const asPrescriber = await permitFor(prescriber, 'sign-plan')
    await expect(
      inScope(postgres.db, asPrescriber, ({ trx }) =>
        trx
          .updateTable('plan_version')
          .set({ ...signature, signed_by: director.id })
          .execute(),
      ),
    ).rejects.toThrow('row-level security')
    const asPatient = await permitFor(patient, 'confirm-supply')
    const tried = await inScope(postgres.db, asPatient, ({ trx }) =>
      trx
        .updateTable('plan_version')
        .set({ ...signature, signed_by: patient.id })
        .executeTakeFirst(),
    )
    expect(tried.numUpdatedRows).toBe(0n)
  })

  test('stays as it is when a new version is signed, and the new one holds', async () => {
    await signedPlan()
    const [first] = (await room()).signed
    await draw()
    await save({ values: { sessions: 2 } })
    expect(await sign()).toBe('signed')
    const { signed } = await room()
    expect(signed.map(({ version, plan }) => [version, plan.values.sessions])).toEqual([
      [2, 2],
      [1, 4],
    ])
    expect(signed[1]).toEqual(first)
    expect(await state()).toBe('accepted')
  })
})

describe('exceptions', () => {
  const asDirector = async () =>
    inScope(postgres.db, await Permit.ask(postgres.db, director, 'read-exceptions'), listPlansWithExceptions)

  test('are listed for a director who is on the care team, and counted for one who is not', async () => {
    await draw()
    await save({ values: { sessions: 5 }, reasons: { 'more-sessions': 'Asked for.' } })
    expect(await sign()).toBe('signed')
    expect(await asDirector()).toEqual({ plans: [], inPractice: 1 })
    await joinCareTeam(postgres.everything, patient, director.id)
    expect(await asDirector()).toMatchObject({
      plans: [{ patientId: patient.id, exceptions: [{ code: 'more-sessions', reason: 'Asked for.' }] }],
      inPractice: 1,
    })
  })

  test('are gone from the list once a plan without any holds', async () => {
    await draw()
    await save({ values: { sessions: 5 }, reasons: { 'more-sessions': 'Asked for.' } })
    await sign()
    await draw()
    await save({ values: { sessions: 4 } })
    expect(await sign()).toBe('signed')
    expect((await asDirector()).inPractice).toBe(0)
  })
})

test('without a number in the protocol nothing is signed, whatever is written there by hand', async () => {
  const { lookInEveryMinutes: _, ...session } = LIMITS.session ?? {}
  await brought({ ...LIMITS, session })
  await draw()
  expect((await room()).draft?.plan.values.lookInMinutes).toBeNull()
  await save({ values: { lookInMinutes: 15 } })
  expect(await sign()).toBe('checks')
})

/** What stands about this patient, before and after. */
async function everything() {
  const { rows } = await sql`
    select to_jsonb(plan) || to_jsonb(enrolment) as row from plan_version plan join enrolment using (practice_id, patient_id)
    where patient_id = ${patient.id}`.execute(postgres.everything)
  const steps = await asReader(({ trx }) => trx.selectFrom('enrolment_step').selectAll().execute())
  return { rows, steps }
}

const refuseWrites = (table: string) =>
  asOwner(`
    create or replace function refuse() returns trigger language plpgsql as $$
      begin if tg_table_name <> 'audit_event' or new.outcome = 'done' then raise exception 'no'; end if; return new; end $$;
    create trigger aa_refuse before insert or update on ${table} for each row execute function refuse()`)
const allowWrites = (table: string) => asOwner(`drop trigger aa_refuse on ${table}`)

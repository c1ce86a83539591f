/** The legal basis of an order by telehealth stands in one place: what the clinician's form writes is what all read. */
import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { intakeFacts } from '../../app/care/intake-facts.ts'
import { recordGround } from '../../app/care/record-ground.ts'
import { CLINICIAN_SHEET } from '../../app/clinical/intake/parts.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import type { TelehealthBasis } from '../../app/clinical/intake/telehealth-basis.ts'
import { openPool } from '../../app/database/connection.ts'
import { up } from '../../app/database/migrations/0017-telehealth-basis.ts'
import { insertAnswerSheet } from '../../app/records/answer-sheets.ts'
import { type Ground, listBases } from '../../app/records/grounds.ts'
import { readIntake } from '../../app/records/intake.ts'
import { failingAtStep } from '../failing-database.ts'
import { SIGNED } from '../ordinary-patient.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { intakeScene, NOW, ORDINARY_RECORD } from './intake-scene.ts'

/** The practice's day of NOW. */
const TODAY = '2026-06-15'
const LAST_DAY = '2026-12-31'

let postgres: TestDatabase
let practiceId: string
let patient: Member
let prescriber: Member
let coordinator: Member
let scene: ReturnType<typeof intakeScene>

beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything, SIGNED)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  patient = await makePatient(postgres.everything, practiceId)
  prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
  coordinator = await makeMember(postgres.everything, practiceId, ['care-coordinator'])
  for (const { id } of [prescriber, coordinator]) await joinCareTeam(postgres.everything, patient, id)
  scene = intakeScene(postgres.db, patient)
  await scene.begin()
})

const reading = () => Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
const bases = async () =>
  (await inScope(postgres.db, await reading(), listBases)).map(({ basis, state, fromOn, endsOn, by }) => ({
    ...{ basis, state, fromOn, endsOn, by },
  }))
const facts = async (now = NOW) =>
  inScope(postgres.db, await reading(), async (scope) => {
    const all = await intakeFacts(scope, await scene.vault.keyOf(scope), { now })
    return [all.telehealthBasis, all.telehealthBasisDaysLeft]
  })
const sheets = async () =>
  inScope(postgres.db, await reading(), async (scope) => {
    const { sheets: all } = await readIntake(scope, await scene.vault.keyOf(scope))
    return all.get(CLINICIAN_SHEET)?.answers
  })
const without = ({ telehealthBasis: _, telehealthBasisUntil: __, ...rest }: Told): Told => rest
const EXTENSION = { basis: 'temporary-extension', state: 'FL', fromOn: TODAY, endsOn: LAST_DAY }

describe('what a clinician records with the intake', () => {
  test('stands in its place and not in the sheet, and the rules read it there', async () => {
    await scene.record(prescriber)
    expect(await bases()).toEqual([{ ...EXTENSION, by: prescriber.name }])
    expect(await sheets()).toEqual(without(ORDINARY_RECORD))
    expect(await facts()).toEqual(['temporary-extension', 199])
  })

  test.each([
    ['2026-12-30T15:00:00Z', 1],
    ['2026-12-31T15:00:00Z', 0],
    ['2027-01-01T04:59:00Z', 0], // a minute before midnight where the practice is
    ['2027-01-01T05:00:00Z', -1],
  ])('at %s has %s days left', async (now, left) => {
    await scene.record(prescriber)
    expect(await facts(new Date(now))).toEqual(['temporary-extension', left])
  })

  test('sent twice, at once or later, is there once; with another basis under its id it is refused', async () => {
    const id = randomUUID()
    await Promise.all([
      scene.record(prescriber, ORDINARY_RECORD, id),
      scene.record(prescriber, ORDINARY_RECORD, id),
    ])
    expect(await scene.record(prescriber, ORDINARY_RECORD, id)).toBe('already-stored')
    expect(await bases()).toHaveLength(1)
    await expect(
      scene.record(prescriber, { ...ORDINARY_RECORD, telehealthBasisUntil: '2027-06-30' }, id),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await bases()).toHaveLength(1)
  })

  test('recorded again as it stands adds nothing; another one takes its place, and the first stays on record', async () => {
    await scene.record(prescriber)
    await scene.record(prescriber, { ...ORDINARY_RECORD, weightKg: 71 })
    expect(await bases()).toHaveLength(1)
    await later({ basis: 'in-person', endsOn: null })
    expect((await bases()).map(({ basis }) => basis)).toEqual(['in-person', 'temporary-extension'])
    expect(await facts()).toEqual(['in-person', 'no-end'])
  })

  test('left open says nothing: what stands there stays, and where nothing stands the rules do not know', async () => {
    await scene.record(prescriber, without(ORDINARY_RECORD))
    expect(await bases()).toEqual([])
    expect(await facts()).toEqual([undefined, undefined])
    await scene.record(prescriber)
    await scene.record(prescriber, without(ORDINARY_RECORD))
    expect(await facts()).toEqual(['temporary-extension', 199])
  })

  test('without a last day is kept as it was said, and only an evaluation in person goes on without one', async () => {
    const { telehealthBasisUntil: _, ...open } = ORDINARY_RECORD
    await scene.record(prescriber, open)
    expect(await bases()).toMatchObject([{ basis: 'temporary-extension', endsOn: null }])
    expect(await facts()).toEqual(['temporary-extension', undefined])
  })

  test('that is over is written down as over', async () => {
    await scene.record(prescriber, { ...ORDINARY_RECORD, telehealthBasisUntil: '2026-06-14' })
    expect(await bases()).toMatchObject([{ fromOn: '2026-06-14', endsOn: '2026-06-14' }])
    expect(await facts()).toEqual(['temporary-extension', -1])
  })

  test('is of the state that was attested; elsewhere, it is of the state they live in', async () => {
    await scene.record(prescriber, { ...ORDINARY_RECORD, stateOfLocation: 'NJ' })
    expect(await bases()).toMatchObject([{ state: 'NJ' }])
    expect(await facts()).toEqual(['temporary-extension', 199])
    await scene.record(prescriber, { ...ORDINARY_RECORD, stateOfLocation: 'elsewhere' })
    expect((await bases()).map(({ state }) => state).sort()).toEqual(['FL', 'NJ'])
    expect(await facts()).toEqual([undefined, undefined])
  })

  test('is stored with the sheet or not at all, whichever statement does not come through', async () => {
    for (let step = 1; step < 200; step += 1) {
      const isThrough = await scene
        .record(prescriber, ORDINARY_RECORD, randomUUID(), failingAtStep(postgres, step))
        .then(() => true)
        .catch(() => false)
      const kept = [await sheets(), ...(await bases())].filter((one) => one !== undefined)
      expect(kept).toHaveLength(isThrough ? 2 : 0)
      if (isThrough) return
    }
  })

  test('an old sheet that still says a basis is nothing to go by', async () => {
    const permit = await Permit.ask(postgres.db, prescriber, 'review-intake', patient.id)
    await inScope(postgres.db, permit, async (scope) =>
      insertAnswerSheet(scope, await scene.vault.keyOf(scope), {
        ...{ id: randomUUID(), kind: CLINICIAN_SHEET, version: 1, answers: ORDINARY_RECORD, authoredAt: NOW },
      }),
    )
    expect(await facts()).toEqual([undefined, undefined])
    expect(await sheets()).toEqual(ORDINARY_RECORD)
  })
})

const record = async (who: Member, id: string, change: Partial<Ground> = {}) =>
  recordGround(postgres.db, await Permit.ask(postgres.db, who, 'book-session', patient.id), id, {
    ...{ subject: 'telehealth-basis', basis: 'special-registration', state: 'FL' },
    ...{ fromOn: TODAY, endsOn: LAST_DAY, by: who.name, at: NOW, ...change },
  })
const later = ({ basis, endsOn }: { basis: TelehealthBasis; endsOn: string | null }) =>
  record(prescriber, randomUUID(), { basis, endsOn, at: new Date(NOW.getTime() + 60_000) })

describe('what is recorded before a booking', () => {
  test('is what the rules of the intake read, too', async () => {
    await record(coordinator, randomUUID())
    await scene.record(prescriber, without(ORDINARY_RECORD))
    expect(await facts()).toEqual(['special-registration', 199])
  })

  test('sent twice is there once; another one under its id is refused', async () => {
    const id = randomUUID()
    await Promise.all([record(coordinator, id), record(coordinator, id)])
    await expect(record(coordinator, id, { basis: 'va' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await bases()).toHaveLength(1)
  })
})

describe('the database itself', () => {
  const insert = async (
    who: Member,
    action: 'book-session' | 'submit-answers',
    change: Record<string, unknown>,
  ) =>
    inScope(postgres.db, await Permit.ask<typeof action>(postgres.db, who, action, patient.id), ({ trx }) => {
      const row = {
        ...{ practice_id: practiceId, ground_id: randomUUID(), patient_id: patient.id },
        ...{ subject: 'telehealth-basis', basis: 'va', state: 'FL', from_on: TODAY, ends_on: LAST_DAY },
        ...{ recorded_by: who.id, recorded_by_name: who.name, recorded_at: NOW, ...change },
      }
      return sql`insert into standing_ground
        select * from jsonb_populate_record(null::standing_ground, ${JSON.stringify(row)}::jsonb)`.execute(
        trx,
      )
    })

  test.each([
    ['a basis without its kind', { basis: null }, 'row-level security'],
    ['a kind nobody knows', { basis: 'a-hunch' }, 'check constraint'],
    ['a licence with a kind', { subject: 'licence' }, 'check constraint'],
    ['a licence without a last day', { subject: 'licence', basis: null, ends_on: null }, 'check constraint'],
    ['a last day before the first', { ends_on: '2026-06-14' }, 'check constraint'],
    ['what somebody else recorded', { recorded_by: randomUUID() }, 'row-level security'],
    ['another patient’s', { patient_id: randomUUID() }, 'row-level security'],
    ['another practice’s', { practice_id: randomUUID() }, 'row-level security'],
  ])('refuses %s', async (_what, change, why) => {
    await expect(insert(coordinator, 'book-session', change)).rejects.toThrow(why)
    expect(await bases()).toEqual([])
  })

  test('lets no patient write one, changes none, and shows none outside a permit', async () => {
    await expect(insert(patient, 'submit-answers', {})).rejects.toThrow('row-level security')
    await insert(coordinator, 'book-session', {})
    const permit = await Permit.ask(postgres.db, coordinator, 'book-session', patient.id)
    await expect(
      inScope(postgres.db, permit, ({ trx }) =>
        trx.updateTable('standing_ground').set({ ends_on: '2030-01-01' }).execute(),
      ),
    ).rejects.toThrow('permission denied')
    expect(await postgres.db.selectFrom('standing_ground').selectAll().execute()).toEqual([])
    const stranger = await makePatient(postgres.everything, practiceId)
    await joinCareTeam(postgres.everything, stranger, coordinator.id)
    const other = await Permit.ask(postgres.db, coordinator, 'read-booking', stranger.id)
    expect(await inScope(postgres.db, other, listBases)).toEqual([])
  })
})

test('rows from before the migration are kept as they were, without a kind, and open nothing', async () => {
  await record(coordinator, randomUUID())
  const dialect = new PostgresDialect({ pool: openPool(postgres.connectionAs('owner'), 1) })
  const owner = new Kysely<unknown>({ dialect })
  await sql`
    delete from standing_ground where ends_on is null;
    drop policy written on standing_ground;
    alter table standing_ground drop column basis, alter column ends_on set not null;
    create policy written on standing_ground for insert with check (false);
    alter table finding drop column supply_order_id, add constraint finding_check1
      check (num_nonnulls(questionnaire_response_id, answer_sheet_id, session_id) > 0)
  `.execute(owner)
  await up(owner)
  await owner.destroy()
  expect(await bases()).toEqual([{ ...EXTENSION, basis: null, by: coordinator.name }])
  await scene.record(prescriber, without(ORDINARY_RECORD))
  expect(await facts()).toEqual([undefined, undefined])
})

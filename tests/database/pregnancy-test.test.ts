/** A positive pregnancy test holds, whoever told or recorded which of two and when; on a real database. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Permit } from '../../app/access/permit.ts'
import { recordForIntake } from '../../app/care/review.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { intakeScene, NOW, ORDINARY_PARTS, ORDINARY_RECORD } from './intake-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

type Step = { told: Told } | { recorded: string | undefined }
const told = (pregnancyTest: string, couldBePregnant = 'yes'): Step => ({
  told: { ...ORDINARY_PARTS.private, couldBePregnant, pregnancyTest },
})
/** `undefined`: the form leaves it open, as it does because it is not shown again. */
const recorded = (pregnancyTest?: string): Step => ({ recorded: pregnancyTest })

/** Each step an hour after the one before. Returns whether B25 blocks, after each from the handing in on. */
async function blocks(first: Step & { told: Told }, ...steps: readonly Step[]): Promise<boolean[]> {
  const { everything, db } = postgres
  const practiceId = await makePractice(everything, INVENTED_LIMITS)
  const patient = await makePatient(everything, practiceId)
  const prescriber = await makeMember(everything, practiceId, ['prescriber'])
  await joinCareTeam(everything, patient, prescriber.id)
  const scene = intakeScene(db, patient)
  await scene.begin()
  await scene.tellAll({ private: first.told })
  await scene.handIn()
  const isBlocked = async () =>
    (
      await everything
        .selectFrom('finding')
        .select('severity')
        .where('patient_id', '=', patient.id)
        .where('rule_id', '=', 'B25')
        .where('closed_at', 'is', null)
        .execute()
    ).some(({ severity }) => severity === 'block')
  const all = [await isBlocked()]
  for (const [i, step] of steps.entries()) {
    const at = new Date(NOW.getTime() + (i + 1) * 3_600_000)
    if ('told' in step) {
      await everything
        .updateTable('enrolment')
        .set({ state: 'consented' })
        .where('patient_id', '=', patient.id)
        .execute()
      await scene.tell('private', step.told, at)
      await scene.handIn(randomUUID(), at)
    } else {
      const permit = await Permit.ask(db, prescriber, 'review-intake', patient.id)
      const test = step.recorded === undefined ? {} : { pregnancyTest: step.recorded }
      const answers = { ...ORDINARY_RECORD, ...test }
      await recordForIntake(db, scene.vault, permit, {
        ...{ id: randomUUID(), answers, by: prescriber.name, at },
      })
    }
    all.push(await isBlocked())
  }
  return all
}

test('an older negative covers no positive one, and is not carried past it into the next sheet', async () => {
  expect(
    await blocks(
      { told: { ...ORDINARY_PARTS.private, couldBePregnant: 'yes', pregnancyTest: 'negative' } },
      ...[recorded('negative'), recorded(), told('positive'), recorded(), recorded('negative'), recorded()],
    ),
  ).toEqual([false, false, false, true, true, false, false])
})

test('a positive one that was recorded is carried, and no answer of the person lifts it', async () => {
  expect(
    await blocks(
      { told: { ...ORDINARY_PARTS.private, couldBePregnant: 'no', pregnancyTest: 'negative' } },
      ...[recorded('positive'), recorded(), told('negative', 'no'), recorded(), recorded('negative')],
    ),
  ).toEqual([false, true, true, true, true, false])
})

test('"no" beside a positive test is a positive test', async () => {
  expect(
    await blocks({ told: { ...ORDINARY_PARTS.private, couldBePregnant: 'no', pregnancyTest: 'positive' } }),
  ).toEqual([true])
})

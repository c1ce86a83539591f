/** The last day of somebody's access, from the form to the pages that show it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { type OpenTestApp, openTestApp, openTestLogin } from '../app.ts'
import { makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

let postgres: TestDatabase
let login: Login
let house: OpenTestApp
let patient: Awaited<ReturnType<typeof makePatient>>
let cookie: string
beforeAll(async () => {
  postgres = await openTestDatabase()
  const practiceId = await makePractice(postgres.everything)
  login = await openTestLogin(postgres)
  house = openTestApp(postgres, { practiceId, login })
  patient = await makePatient(postgres.everything, practiceId)
  cookie = await signedInAs(patient.id)
})
afterAll(() => postgres.close())

async function signedInAs(actorId: string): Promise<string> {
  const known = await login.findAccountId(`${actorId}@test.invalid`)
  const accountId = known ?? (await login.createAccount({ email: `${actorId}@test.invalid`, name: 'x' }))
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', actorId)
    .execute()
  return house.signIn(accountId)
}

const read = async (path: string, as = cookie) => (await house.request('GET', path, as)).text()
const hiddenIn = (page: string) =>
  Object.fromEntries(
    ['formId', 'seal'].map((name) => [
      name,
      new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '',
    ]),
  )

const NEXT_YEAR = new Date().getFullYear() + 1

test('a therapist has access through the day that was written, and every page names that day', async () => {
  const form = hiddenIn(await read('/portal/people/add?part=therapist'))
  const invited = await house.request('POST', '/portal/people/add?part=therapist', cookie, {
    ...form,
    ...{
      name: 'Robin',
      email: 'robin@example.org',
      until: `${NEXT_YEAR}-03-01`,
      category: 'plan',
      safe: 'yes',
    },
  })
  expect(invited.status).toBe(303)

  const own = await read('/portal/people')
  expect(own).toContain(`Mar 1, ${NEXT_YEAR}`)
  expect(own).not.toContain(`Mar 2, ${NEXT_YEAR}`)
  expect(own).toContain(`type="date" value="${NEXT_YEAR}-03-01"`)

  // Midnight in New York is where the day ends.
  const ends = new Date(`${NEXT_YEAR}-03-02T05:00:00Z`)
  const team = await postgres.everything
    .selectFrom('care_team_member')
    .select(['actor_id', 'until'])
    .where('patient_id', '=', patient.id)
    .execute()
  expect(team.map(({ until }) => until)).toEqual([ends])
  const shares = await postgres.everything
    .selectFrom('share')
    .select('until')
    .where('patient_id', '=', patient.id)
    .execute()
  expect(shares).toEqual([{ until: ends }])

  const theirs = await read('/people', await signedInAs(team[0]?.actor_id ?? ''))
  expect(theirs).toContain(`Mar 1, ${NEXT_YEAR}`)
  expect(theirs).not.toContain(`Mar 2, ${NEXT_YEAR}`)
})

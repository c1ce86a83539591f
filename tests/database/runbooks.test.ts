/** The statements of the runbooks, run as they stand there: on a bad day nobody can try them first. */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Permit } from '../../app/access/permit.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { codeFor, type House, makeBrowser, makeStaff, openHouse, PASSWORD, signIn } from './login-house.ts'

let house: House
let administrator: pg.Client
beforeAll(async () => {
  house = await openHouse()
  administrator = new pg.Client(house.database.server)
  await administrator.connect()
})
afterAll(async () => {
  await administrator.end()
  await house.close()
})

/** The SQL blocks of a runbook, without the `\set` lines that psql reads. */
const statementsOf = (runbook: string) =>
  [...readFileSync(`docs/runbooks/${runbook}`, 'utf8').matchAll(/```sql\n([\s\S]*?)```/g)].map(
    ([, text = '']) => text.replace(/^\s*\\set .*$/gm, ''),
  )

function run(statement: string | undefined, values: Record<string, string> = {}) {
  const filled = (statement ?? '').replace(/:'(\w+)'/g, (_, name) => pg.escapeLiteral(values[name] ?? ''))
  return administrator.query<Record<string, unknown>>(filled)
}

const [takeAway, addLink, newSecret] = statementsOf('lost-second-factor.md')
const [endMembership, whoSaw, whatTheyDid] = statementsOf('breach.md')

test('somebody who lost the phone signs in with the password again, and sets up a new app', async () => {
  const { email, browser } = await makeStaff(house)
  await run(takeAway, { email })
  expect(await house.login.findSession(browser.headers)).toBeUndefined()
  const again = makeBrowser()
  expect(await signIn(house, again, email)).toMatchObject({ status: 'signed-in' })
  const started = await house.login.startSecondStep(again, PASSWORD)
  if (started.status !== 'started') throw new Error(started.status)
  expect(await house.login.confirmSecondStep(again, await codeFor(started.uri))).toMatchObject({
    status: 'done',
  })
})

test('a link made by hand opens once, and the way in can be set up anew', async () => {
  const { email } = await makeStaff(house)
  const token = randomBytes(32).toString('base64url')
  await run(takeAway, { email })
  await run(addLink, { email, hash: createHash('sha256').update(token).digest('base64url') })
  const browser = makeBrowser()
  expect(browser.keep(await house.login.openLink(browser, token))).toMatchObject({ status: 'signed-in' })
  expect(await house.login.openLink(makeBrowser(), token)).toEqual({ status: 'spent' })
  const wanted = 'lantern over quiet water'
  expect(await house.login.setPassword(browser, { current: '', wanted })).toMatchObject({
    status: 'done',
  })
})

test('after a change of the secret everybody’s password leads in again', async () => {
  const { email } = await makeStaff(house)
  await run(newSecret)
  expect(await signIn(house, makeBrowser(), email)).toMatchObject({ status: 'signed-in' })
})

test('a membership that was ended is over, and the trail tells who saw whom', async () => {
  const { everything, db } = house.database
  const practiceId = await makePractice(everything)
  const patient = await makePatient(everything, practiceId)
  const prescriber = await makeMember(everything, practiceId, ['prescriber'])
  const { accountId, email } = await house.makeAccount(['prescriber'], { password: PASSWORD })
  await everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', prescriber.id)
    .execute()
  await joinCareTeam(everything, patient, prescriber.id)
  const browser = makeBrowser()
  await signIn(house, browser, email)
  await Permit.ask(db, prescriber, 'read-chart', patient.id)

  await run(endMembership, { email })
  expect(await house.login.findSession(browser.headers)).toBeUndefined()
  await expect(Permit.ask(db, prescriber, 'read-chart', patient.id)).rejects.toMatchObject({
    code: 'not-found',
  })

  const seen = (await run(whoSaw, { patient: patient.id })).rows
  expect(seen).toMatchObject([
    { who: prescriber.name, action: 'read-chart', outcome: 'granted' },
    { who: prescriber.name, action: 'read-chart', outcome: 'refused' },
  ])
  expect((await run(whatTheyDid, { email })).rows.map(({ outcome }) => outcome)).toEqual([
    'granted',
    'refused',
  ])
})

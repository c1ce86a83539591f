/**
 * Nobody presses anything in a session, and the server is killed in the middle of the silence: the alert is there all
 * the same, once for each step, and the mails that go with it.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MortalHouse, makeHouse } from './mortal-house.ts'

let house: MortalHouse
beforeEach(async () => {
  house = await makeHouse()
  house.begin('scripts/start.mjs')
  await house.ready()
  await house.everybodyThere()
})
afterEach(() => house.remove())

const query = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
  const client = new pg.Client(house.connectionAs('owner'))
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}
/** Of the demo's one person in the middle of a session. */
const raised = () =>
  query<{ level: string; raised_as: string }>(
    `select alert.level, alert.raised_as from alert join patient using (practice_id, patient_id)
     where patient.given_name = 'Desmond' and split_part(alert.cause, ' ', 2) = 'rule:D09' order by alert.level`,
  )
const told = () =>
  query<{ sent: boolean }>(
    `select sent_at is not null as sent from communication join patient using (practice_id, patient_id)
     where patient.given_name = 'Desmond'`,
  )
const forward = async (step: string) => {
  const answer = await fetch(`${house.url}/demo/clock`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: house.url, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ step }),
  })
  expect(answer.status).toBe(303)
}
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const late = Date.now() + 60_000
  while (!(await isSo())) {
    if (Date.now() > late) throw new Error(`not so within a minute:\n${house.said()}`)
    await sleep(250)
  }
}

test('silence raises its people across a kill, each step once', async () => {
  expect(await raised()).toEqual([])
  // Killed with the clock past every step, before or while the worker looks.
  await forward('an-hour')
  await house.end('SIGKILL')
  house.begin()
  await house.ready()
  await until(async () => (await raised()).length === 2)
  expect(await raised()).toEqual([
    { level: 'emergency', raised_as: 'system' },
    { level: 'person-now', raised_as: 'system' },
  ])
  await until(async () => {
    const mails = await told()
    return mails.length > 0 && mails.every(({ sent }) => sent)
  })
  // A second life finds nothing new to raise for the same silence.
  await house.end('SIGKILL')
  house.begin()
  await house.ready()
  await forward('five-minutes')
  await sleep(5_000)
  expect(await raised()).toHaveLength(2)
}, 240_000)

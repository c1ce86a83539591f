/**
 * Founds a practice: accounts, then its first rows in one transaction, then an
 * invitation to everybody. Broken off anywhere, the next run goes on.
 */
import { randomUUID } from 'node:crypto'
import { words } from '../app/content/words.ts'
import { openDatabase, openPool } from '../app/database/connection.ts'
import { findPractice, foundPractice, isFurnished, markFurnished } from '../app/database/installation.ts'
import type { House } from '../app/house.ts'
import { Refusal } from '../app/system/errors.ts'
import type { PracticeFile } from './practice-file.ts'

type Options = { now: Date; signal: AbortSignal }

/** @throws Refusal when a practice was founded here already, or somebody could not be invited */
export async function foundFrom(house: House, file: PracticeFile, { now, signal }: Options): Promise<void> {
  const owner = openDatabase(openPool(house.connectionAs('owner'), 1))
  try {
    const founded = await findPractice(owner)
    if (founded && (await isFurnished(owner)))
      throw new Refusal(
        `This database already holds a practice, ${founded.name}: a practice is founded once.`,
      )
    if (!founded) await found(house, owner, file, signal)
    await inviteAll(house, file, signal)
    await markFurnished(owner, now)
  } finally {
    await owner.destroy()
  }
}

async function found(
  { login, config }: House,
  owner: ReturnType<typeof openDatabase>,
  { name, timeZone, profile, staff }: PracticeFile,
  signal: AbortSignal,
): Promise<void> {
  const practitioners = []
  for (const { email, ...person } of staff) {
    signal.throwIfAborted()
    const accountId =
      (await login.findAccountId(email)) ?? (await login.createAccount({ email, name: person.name }))
    practitioners.push({ id: randomUUID(), accountId, ...person })
  }
  await foundPractice(owner, {
    ...{ mode: config.mode, practice: { id: randomUUID(), name, timeZone, profile }, practitioners },
    ...{ protocols: [], patients: [], relatedPeople: [], careTeam: [] },
  })
}

async function inviteAll(
  { login }: House,
  { name, staff }: PracticeFile,
  signal: AbortSignal,
): Promise<void> {
  const notReached: string[] = []
  for (const { email } of staff) {
    signal.throwIfAborted()
    const accountId = await login.findAccountId(email)
    if (accountId === undefined)
      throw new Refusal(`${name} was founded from a file in which ${email} is not: use that file to go on.`)
    await login.invite(accountId, words.en.mail.invitation).catch(() => notReached.push(email))
  }
  if (notReached.length > 0)
    throw new Refusal(
      `${name} is founded, but no mail could be sent to ${notReached.join(', ')}: see to the mail server and run this again, and everybody gets a new link.`,
    )
}

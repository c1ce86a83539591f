/**
 * Brings the demo's people to where they are, by the same acts as in a practice: first everybody's check-ins, then
 * their ways through the programme. Scores, findings, steps and audit come of it as they always do.
 *
 * It takes some seconds, so it happens while the house is open already. Broken off anywhere, the next start goes on
 * where this one stopped.
 */
import { isPersonRole, type Member } from '../app/access/actor.ts'
import { Permit } from '../app/access/permit.ts'
import { openVault } from '../app/access/vault.ts'
import { submitResponse } from '../app/care/submit-response.ts'
import { pcl5 } from '../app/clinical/instruments/pcl5.ts'
import { type Database, openDatabase, openPool } from '../app/database/connection.ts'
import { isFurnished, markFurnished } from '../app/database/installation.ts'
import type { House } from '../app/house.ts'
import { AppError } from '../app/system/errors.ts'
import { uuidFrom } from '../app/system/ids.ts'
import { fieldsOf, type Log } from '../app/system/log.ts'
import { addressOf, PATIENTS, type Patient, STAFF } from './people.ts'
import { answersAdding, answersStopping } from './ways/answers.ts'
import { goOn } from './ways/go-on.ts'
import { type Around, travellerOf } from './ways/traveller.ts'

const DAY_MS = 24 * 3_600_000
/** How many people are brought at once: most connections are left to visitors. */
const AT_ONCE = 4

/** Begins, and returns at once. `over` never fails; `stop` waits for what is under way and no longer. */
export function startArrivals(house: House, log: Log): { over: Promise<void>; stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const over = arrive({ house, log, signal }).catch((error: unknown) => {
    if (!signal.aborted) log.warn('the next start brings the rest of the people', fieldsOf(error))
  })
  return {
    over,
    stop: () => {
      stopping.abort()
      return over
    },
  }
}

type Arriving = { house: House; log: Log; signal: Around['signal'] }

/** Ends with everybody there, or with what `signal` throws. Harmless to repeat. */
export async function arrive({ house, log, signal }: Arriving): Promise<void> {
  const owner = openDatabase(openPool(house.connectionAs('owner'), 1))
  try {
    if (await isFurnished(owner)) return
    const people = await membersIn(house, owner)
    const { founded_at: foundedAt } = await owner
      .selectFrom('installation')
      .select('founded_at')
      .executeTakeFirstOrThrow()
    const around = { house, vault: openVault(house.secret), signal, foundedAt }
    await forEach(PATIENTS, async (person) => {
      const member = people.get(person.key)
      if (member) await checkIn(around, person, member)
    })
    await forEach(PATIENTS, async (person) => {
      const traveller = travellerOf(person, people, around)
      await (traveller && goOn(traveller))?.catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error
        // A visitor was quicker with something, and it stays as they did it.
        log.warn('somebody of the demo is left where they are', fieldsOf(error))
      })
    })
    await markFurnished(owner, new Date())
  } finally {
    await owner.destroy()
  }
}

/** @throws the first error, once nothing is under way any more */
async function forEach(people: readonly Patient[], bring: (person: Patient) => Promise<void>): Promise<void> {
  const waiting = people.values()
  const ended = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, async () => {
      for (const person of waiting) await bring(person)
    }),
  )
  for (const each of ended) if (each.status === 'rejected') throw each.reason
}

/** Those of our people who are members, by their key. */
async function membersIn({ login }: House, owner: Database): Promise<ReadonlyMap<string, Member>> {
  const members = await owner
    .selectFrom('member')
    .select(['practice_id', 'actor_id', 'account_id', 'name', 'roles'])
    .execute()
  const people = new Map<string, Member>()
  for (const { key } of [...STAFF, ...PATIENTS]) {
    const accountId = await login.findAccountId(addressOf(key))
    const found = members.find(({ account_id }) => account_id === accountId)
    if (!found) continue
    const { practice_id: practiceId, actor_id: id, name, roles } = found
    people.set(key, { id, practiceId, name, roles: roles.filter(isPersonRole) })
  }
  return people
}

async function checkIn({ house, foundedAt, signal }: Around, person: Patient, member: Member): Promise<void> {
  for (const [index, told] of person.checkIns.entries()) {
    signal.throwIfAborted()
    const permit = await Permit.ask(house.db, member, 'submit-answers', member.id)
    await submitResponse(house.db, permit, {
      instrument: pcl5,
      id: uuidFrom(`${member.id} ${index}`),
      language: person.language,
      answers: 'total' in told ? answersAdding(told.total, index) : answersStopping(told),
      authoredAt: new Date(foundedAt.getTime() - told.daysAgo * DAY_MS),
    })
  }
}

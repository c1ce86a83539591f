/** Whom a patient asks to be there: invited once, taken back with the next click, and never more than was meant. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { createLogin, type Login } from '../../app/access/login/login.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { agreeToSupport } from '../../app/care/agree-to-support.ts'
import { shareWith, takeBack } from '../../app/care/change-people.ts'
import { type Invitation, invitePerson, sendInvitation } from '../../app/care/invite-person.ts'
import type { Message } from '../../app/partners/mail.ts'
import { addPerson, listOwnPeople } from '../../app/records/people.ts'
import { listShares } from '../../app/records/shares.ts'
import { ORIGIN, quiet } from '../app.ts'
import { failingAtStep } from '../failing-database.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'

const NOW = new Date()
const LATER = new Date(NOW.getTime() + 30 * 24 * 3_600_000)

let postgres: TestDatabase
let login: Login
let mails: Message[]
let isMailDown = false
let practiceId: string
let patient: Member
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = createLogin({
    pool: postgres.poolAs('login', 4),
    origin: ORIGIN,
    secret: TEST_SECRET,
    mode: 'demo',
    practiceName: 'Test practice',
    sendMail: async (message) => {
      if (isMailDown) throw new Error('no mail today')
      mails.push(message)
    },
    changedMail: { subject: '', text: '' },
    rolesOf: async () => ['support-person'],
    log: quiet,
  })
  await login.migrate()
  practiceId = await makePractice(postgres.everything)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  mails = []
  isMailDown = false
  patient = await makePatient(postgres.everything, practiceId)
})

const vault = openVault(TEST_SECRET)
const around = () => ({ db: postgres.db, login, origin: ORIGIN, now: () => NOW })
const permit = (who = patient) => Permit.ask(postgres.db, who, 'change-people', who.id)
const wanted = (changes: Partial<Invitation> = {}): Invitation => ({
  ...{ id: randomUUID(), part: 'support', name: 'Jo', relationship: 'friend', isNear: true },
  ...{ email: `${randomUUID()}@example.org`, until: null, categories: ['wishes', 'session'], at: NOW },
  ...changes,
})
const invite = async (changes: Partial<Invitation> = {}, who = patient) => {
  const invitation = wanted(changes)
  const outcome = await invitePerson(around(), await permit(who), invitation)
  return { invitation, outcome }
}
const people = async (who = patient) => inScope(postgres.db, await permit(who), listOwnPeople)
const shares = async (who = patient) => inScope(postgres.db, await permit(who), listShares)
const memberOf = async (actorId: string | null | undefined): Promise<Member> => {
  const row = await postgres.everything
    .selectFrom('member')
    .selectAll()
    .where('actor_id', '=', actorId ?? '')
    .executeTakeFirstOrThrow()
  return { id: row.actor_id, practiceId, roles: ['support-person'], name: row.name }
}
const briefing = (who: Member, of = patient) => Permit.ask(postgres.db, who, 'read-briefing', of.id)

describe('inviting', () => {
  test('makes account, member, place on the care team and two shares, and a mail that says nothing about health', async () => {
    const { outcome, invitation } = await invite()
    expect(outcome).toBe('mailed')
    const [jo] = await people()
    expect(jo).toMatchObject({
      part: 'support',
      name: 'Jo',
      relationship: 'friend',
      agreedAt: null,
      mailedAt: NOW,
    })
    expect((await shares()).map(({ category }) => category).sort()).toEqual(['session', 'wishes'])
    await briefing(await memberOf(jo?.actorId))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.to).toBe(invitation.email)
    expect(`${mails[0]?.subject} ${mails[0]?.text.replace(/\S*\/sign-in\/\S*/, '')}`).not.toMatch(
      /session|medic|clinic|health|patient|ketamine|doctor|therap/i,
    )
  })

  test('sent twice, or three times at once, it invites once and mails once', async () => {
    const invitation = wanted()
    await Promise.all([1, 2, 3].map(async () => invitePerson(around(), await permit(), invitation)))
    await invitePerson(around(), await permit(), invitation)
    expect(await people()).toHaveLength(1)
    expect(await shares()).toHaveLength(2)
    expect(mails.length).toBeLessThanOrEqual(3) // a mail may go out again, with another link
  })

  test('a second person for the same part, and the same address again, are refused; nothing else changes', async () => {
    const { invitation } = await invite()
    await expect(invite()).rejects.toMatchObject({ code: 'conflict' })
    await expect(invite({ part: 'backup', email: invitation.email })).rejects.toMatchObject({
      code: 'conflict',
    })
    await invite({ part: 'backup' })
    expect((await people()).map(({ part }) => part)).toEqual(['support', 'backup'])
  })

  test('a mail that does not go out is said, loses nothing, and can be sent again', async () => {
    isMailDown = true
    const { outcome, invitation } = await invite()
    expect(outcome).toBe('not-mailed')
    expect(await people()).toMatchObject([{ mailedAt: null }])
    isMailDown = false
    expect(await sendInvitation(around(), await permit(), invitation.id, 'again')).toBe('mailed')
    expect(await people()).toMatchObject([{ mailedAt: NOW }])
  })

  test('somebody who supports two people is one member; each sees what was given by them alone', async () => {
    const email = `${randomUUID()}@example.org`
    await invite({ email })
    const other = await makePatient(postgres.everything, practiceId)
    await invite({ email, name: 'Josephine' }, other)
    const [here] = await people()
    const [there] = await people(other)
    expect(there?.actorId).toBe(here?.actorId)
    expect([here?.name, there?.name]).toEqual(['Jo', 'Josephine'])
    const jo = await memberOf(here?.actorId)
    await takeBack(
      { db: postgres.db, vault },
      await permit(),
      { invitationId: null, actorId: jo.id },
      { by: 'Sam', at: NOW },
    )
    await expect(briefing(jo)).rejects.toMatchObject({ code: 'not-found' })
    await briefing(jo, other)
  })

  test.each([['prescriber'], ['patient'], ['therapist']] as const)(
    'the address of a %s joins nothing, and neither answer nor list tells why',
    async (role) => {
      const email = `${randomUUID()}@example.org`
      const accountId = await login.createAccount({ email, name: 'Somebody' })
      const known = await makeMember(postgres.everything, practiceId, [role])
      await postgres.everything
        .updateTable('member')
        .set({ account_id: accountId })
        .where('actor_id', '=', known.id)
        .execute()
      const { outcome } = await invite({ email })
      expect(outcome).toBe('mailed')
      expect(await people()).toMatchObject([{ actorId: null, name: 'Jo', agreedAt: null, mailedAt: NOW }])
      const team = await postgres.everything
        .selectFrom('care_team_member')
        .selectAll()
        .where('actor_id', '=', known.id)
        .execute()
      expect(team).toEqual([])
      // A link would open that account with one factor.
      expect(mails[0]?.text).not.toContain('/sign-in/link/')
    },
  )

  test('a therapist sees what was chosen, until the day that was chosen', async () => {
    await invite({ part: 'therapist', categories: ['scores'], until: LATER, relationship: null })
    expect(await people()).toMatchObject([{ part: 'therapist', until: LATER }])
    expect(await shares()).toMatchObject([{ category: 'scores', until: LATER }])
    const [row] = await postgres.everything
      .selectFrom('care_team_member')
      .select('until')
      .where('patient_id', '=', patient.id)
      .execute()
    expect(row?.until).toEqual(LATER)
  })

  test('what ran out does not stand in the way of asking the same person again', async () => {
    const email = `${randomUUID()}@example.org`
    await invite({ part: 'therapist', email, until: new Date(NOW.getTime() - 1000), categories: ['plan'] })
    expect(await people()).toEqual([])
    await invite({ part: 'therapist', email, until: LATER, categories: ['plan'], at: new Date() })
    expect(await people()).toHaveLength(1)
  })

  test('whichever statement does not arrive, nothing is half-stored', async () => {
    const invitation = wanted()
    const mine = await permit()
    for (let failing = 1; ; failing++) {
      const db = failingAtStep(postgres, failing)
      const outcome = await invitePerson({ ...around(), db }, mine, invitation).catch(() => undefined)
      const [invited, shared] = [await people(), await shares()]
      // Together or not at all: the person with both shares, or nobody.
      expect([invited.length, shared.length], `statement ${failing}`).toEqual(
        invited.length === 0 ? [0, 0] : [1, 2],
      )
      if (outcome) break
    }
    expect(await people()).toMatchObject([{ name: 'Jo', mailedAt: NOW }])
  })
})

describe('taking back', () => {
  test('ends with the next click, everything shared with it, silently; twice is harmless; they can be asked again', async () => {
    const { invitation } = await invite()
    const [jo] = await people()
    const member = await memberOf(jo?.actorId)
    const who = { invitationId: invitation.id, actorId: member.id }
    await briefing(member)
    const before = mails.length
    await takeBack({ db: postgres.db, vault }, await permit(), who, { by: 'Sam', at: NOW })
    await takeBack({ db: postgres.db, vault }, await permit(), who, { by: 'Sam', at: NOW })
    await expect(briefing(member)).rejects.toMatchObject({ code: 'not-found' })
    expect([await people(), await shares()]).toEqual([[], []])
    expect(mails).toHaveLength(before)

    await invite({ email: invitation.email })
    await briefing(member)
    expect(await people()).toMatchObject([{ agreedAt: null }])
  })

  test('staff of the practice are not taken off the care team', async () => {
    const prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
    await joinCareTeam(postgres.everything, patient, prescriber.id)
    await takeBack(
      { db: postgres.db, vault },
      await permit(),
      { invitationId: null, actorId: prescriber.id },
      { by: 'Sam', at: NOW },
    )
    await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
  })

  test('somebody else’s people stay', async () => {
    const { invitation } = await invite()
    const [jo] = await people()
    const other = await makePatient(postgres.everything, practiceId)
    const who = { invitationId: invitation.id, actorId: jo?.actorId ?? null }
    await takeBack({ db: postgres.db, vault }, await permit(other), who, { by: 'Sam', at: NOW })
    expect(await people()).toHaveLength(1)
    expect(await people(other)).toEqual([])
  })
})

describe('the function that adds people', () => {
  test('is for the patient themselves: a prescriber, a support person and a list are refused by the database', async () => {
    const prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
    const tries = [
      ['patient', 'prescriber', prescriber.id],
      ['patient', 'support-person', prescriber.id],
      ['patient', 'patient', prescriber.id],
      ['list', 'patient', patient.id],
      ['system', 'system', patient.id],
    ] as const
    for (const [kind, role, actor] of tries) {
      const asked = postgres.db.inTransaction(
        `set local app.practice_id = '${practiceId}'; set local app.actor_id = '${actor}';
         set local app.role = '${role}'; set local app.kind = '${kind}'; set local app.patient_id = '${patient.id}'`,
        (trx) =>
          sql`select access.add_person(${randomUUID()}, 'support', 'x', 'x', ${randomUUID()}, true, null, now())`.execute(
            trx,
          ),
      )
      await expect(asked, `${kind} ${role}`).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('does not make a member of another practice’s patient', async () => {
    const elsewhere = await makePatient(postgres.everything, await makePractice(postgres.everything))
    const own = await permit()
    await inScope(postgres.db, own, (scope) => addPerson(scope, { ...wanted(), accountId: randomUUID() }))
    const theirs = await Permit.ask(postgres.db, elsewhere, 'change-people', elsewhere.id)
    expect(await inScope(postgres.db, theirs, listOwnPeople)).toEqual([])
  })
})

test('agreeing is stored once, with the version and language read; nobody agrees who was not asked', async () => {
  await invite()
  const [jo] = await people()
  const member = await memberOf(jo?.actorId)
  const agree = async (who: Member, at: Date) =>
    agreeToSupport(
      { db: postgres.db, vault: openVault(TEST_SECRET) },
      await Permit.ask(postgres.db, who, 'agree-to-support', patient.id),
      { by: who.name, language: 'es', phone: '(305) 555-0162', at },
    )
  await agree(member, NOW)
  await agree(member, LATER)
  expect(await people()).toMatchObject([{ agreedAt: NOW }])
  const [row] = await postgres.everything
    .selectFrom('invitation')
    .selectAll()
    .where('patient_id', '=', patient.id)
    .execute()
  expect(row).toMatchObject({ agreed_version: 1, agreed_language: 'es' })

  const unasked = await makeMember(postgres.everything, practiceId, ['support-person'])
  await joinCareTeam(postgres.everything, patient, unasked.id)
  await expect(agree(unasked, NOW)).rejects.toMatchObject({ code: 'conflict' })
})

test('what somebody sees is exactly what was ticked last, with its end', async () => {
  await invite()
  const [jo] = await people()
  const share = async (categories: ('wishes' | 'plan' | 'scores')[], until: Date | null = null) =>
    shareWith(postgres.db, await permit(), {
      ...{ id: randomUUID(), actorId: jo?.actorId ?? '', categories, until, at: NOW },
    })
  await share(['wishes', 'scores'])
  expect((await shares()).map(({ category }) => category).sort()).toEqual(['scores', 'wishes'])
  await share(['scores'], LATER)
  expect(await shares()).toMatchObject([{ category: 'scores', until: LATER }])
  await share([])
  expect(await shares()).toEqual([])
  await expect(
    shareWith(postgres.db, await permit(), {
      ...{ id: randomUUID(), actorId: randomUUID(), categories: ['plan'], until: null, at: NOW },
    }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

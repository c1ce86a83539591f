/** Texts of instruments: loaded with their licence by the medical director alone, whole or not at all, and never changed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { Permit } from '../../app/access/permit.ts'
import { type InstrumentUpload, loadInstrument, withdrawInstrument } from '../../app/care/load-instrument.ts'
import { readQuestionnaire } from '../../app/clinical/instruments/questionnaire-import.ts'
import { slotOf, type TextSlot } from '../../app/clinical/instruments/questionnaire-slots.ts'
import { words } from '../../app/content/words.ts'
import { type OpenTestApp, ORIGIN, openTestApp, openTestLogin } from '../app.ts'
import { makeMember, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { questionnaireFile } from '../questionnaire-file.ts'

const EN = words.en.instruments
const NOW = new Date('2026-11-23T15:00:00Z')
const LICENCE = {
  grantedBy: 'An invented holder',
  grantedTo: 'Test practice',
  terms: 'Letter 12',
  grantedOn: '2026-01-10',
  until: '2026-12-31',
}

const slot = (code: string): TextSlot => {
  const found = slotOf(code)
  if (!found) throw new Error(`${code} is no slot`)
  return found
}
const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file))
const FILE = questionnaireFile(slot('audit-c'))

let postgres: TestDatabase
let login: Login
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())

let practiceId: string
let director: Member
let house: OpenTestApp
let today: Date
/** A practice of its own for each test, with nothing loaded. */
beforeEach(async () => {
  today = NOW
  practiceId = await makePractice(postgres.everything)
  director = await makeMember(postgres.everything, practiceId, ['medical-director'])
  house = openTestApp(postgres, { practiceId, login, change: { now: () => today } })
})

async function load(change: Partial<InstrumentUpload> = {}) {
  return loadInstrument(postgres.db, await Permit.ask(postgres.db, director, 'load-instrument'), director, {
    ...{ instrument: 'audit-c', language: 'en', file: bytesOf(FILE), licence: LICENCE },
    ...{ uploadedWith: 'console', uploadedAt: today, today: '2026-11-23' },
    ...change,
  })
}
const withdraw = async (wordingId: string, because = 'The license was taken back') =>
  withdrawInstrument(postgres.db, await Permit.ask(postgres.db, director, 'withdraw-instrument'), director, {
    wordingId,
    because,
    at: today,
  })
const rows = () =>
  postgres.everything
    .selectFrom('instrument_wording')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('instrument')
    .orderBy('version')
    .execute()
const newest = async () => (await rows()).at(-1)?.instrument_wording_id ?? ''

/** Somebody of this practice, signed in. */
async function signIn(member: Member): Promise<string> {
  const accountId = await login.createAccount({ email: `${member.id}@test.invalid`, name: member.name })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', member.id)
    .execute()
  return house.signIn(accountId)
}
const page = async (cookie: string) => (await house.request('GET', '/console/instruments', cookie)).text()

function form(file: unknown, change: Record<string, string> = {}): FormData {
  const fields = new FormData()
  const said = { instrument: 'audit-c', language: 'en', ...LICENCE, ...change }
  for (const [name, value] of Object.entries(said)) fields.append(name, value)
  if (file !== undefined) fields.append('file', new File([bytesOf(file)], 'q.json'))
  return fields
}
const post = (cookie: string, body: FormData) =>
  house.app.request(`${ORIGIN}/console/instruments`, {
    method: 'POST',
    headers: { cookie, origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
    body,
  })

describe('a text', () => {
  test('is stored whole, with who allowed it, who loaded it, and the hash of the file', async () => {
    expect(await load()).toEqual({ status: 'loaded', version: 1 })
    const [row] = await rows()
    expect(row).toMatchObject({
      ...{ instrument: 'audit-c', language: 'en', version: 1, instrument_version: '1.0.0', licence: LICENCE },
      ...{ because: null, uploaded_by: director.id, uploaded_by_name: director.name },
      ...{ uploaded_with: 'console', uploaded_at: NOW },
    })
    expect(row?.file_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.keys(row?.wording?.items ?? {})).toEqual(['audit-c-01', 'audit-c-02', 'audit-c-03'])
  })

  test('keeps the order of questions that come with it', async () => {
    const kset = slot('kset')
    const file = questionnaireFile(kset)
    const more = ['kset-zest', 'kset-a', 'kset-middle-name'].map((linkId) => ({
      ...file.item.at(-1),
      linkId,
      type: 'choice',
    }))
    await load({ instrument: 'kset', file: bytesOf({ ...file, item: [...file.item, ...more] }) })
    const [row] = await rows()
    expect(Object.keys(row?.wording?.items ?? {}).slice(-3)).toEqual(more.map(({ linkId }) => linkId))
  })

  test('sent again is one version; another file or another licence is the next', async () => {
    await load()
    expect(await load()).toEqual({ status: 'already-loaded', version: 1 })
    expect(await load({ licence: { ...LICENCE, until: null } })).toEqual({ status: 'loaded', version: 2 })
    expect(await load({ file: bytesOf({ ...FILE, version: '2026-2' }) })).toMatchObject({ version: 3 })
    expect(await load({ language: 'es', file: bytesOf({ ...FILE, language: 'es' }) })).toMatchObject({
      version: 1,
    })
    expect(await rows()).toHaveLength(4)
  })

  test('sent twice at once is one version', async () => {
    const loaded = await Promise.all([load(), load(), load()])
    expect(loaded.map(({ status }) => status).toSorted()).toEqual([
      'already-loaded',
      'already-loaded',
      'loaded',
    ])
    expect(await rows()).toHaveLength(1)
  })

  test('that does not fit is refused with everything that is wrong, and nothing is stored', async () => {
    const file = { ...FILE, version: '', item: FILE.item.slice(0, -1) }
    expect(await load({ file: bytesOf(file), licence: { ...LICENCE, terms: '' } })).toEqual({
      status: 'refused',
      mismatches: [
        { kind: 'no-version', at: 'version', found: '' },
        { kind: 'text-after-last', at: 'item', found: 'The second part' },
        { kind: 'item-missing', at: 'audit-c-03', found: '' },
      ],
      licenceFaults: ['terms'],
    })
    expect(await rows()).toEqual([])
  })

  test.each([
    ['ended yesterday', { until: '2026-11-22' }, ['ended']],
    ['ends before it begins', { grantedOn: '2027-01-01', until: '2026-12-31' }, ['reversed']],
    ['says nothing', undefined, ['grantedBy', 'grantedTo', 'terms', 'grantedOn', 'until']],
    ['says more than is asked', { colour: 'blue' }, ['terms']],
  ])('under a licence that %s is refused', async (_what, change, faults) => {
    const licence = change === undefined ? {} : { ...LICENCE, ...change }
    expect(await load({ licence })).toEqual({ status: 'refused', mismatches: [], licenceFaults: faults })
    expect(await rows()).toEqual([])
  })

  test('ends today and may still be loaded today', async () => {
    expect(await load({ licence: { ...LICENCE, until: '2026-11-23' } })).toMatchObject({ status: 'loaded' })
  })

  test('for an instrument that ships with its own is refused', async () => {
    await expect(load({ instrument: 'phq-9' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is taken out of use by a version of its own, with a reason that stays', async () => {
    await load()
    const wordingId = await newest()
    await withdraw(wordingId)
    await withdraw(wordingId) // sent twice
    expect(await rows()).toMatchObject([
      { version: 1, because: null },
      { version: 2, because: 'The license was taken back', wording: null, licence: null, file_hash: null },
    ])
    await expect(withdraw(wordingId, 'Another reason')).rejects.toMatchObject({ code: 'conflict' })
    await expect(withdraw(await newest())).rejects.toMatchObject({ code: 'conflict' })
    expect(await load()).toEqual({ status: 'loaded', version: 3 })
  })

  test('that another has replaced is not taken out in its place', async () => {
    await load()
    const wordingId = await newest()
    await load({ file: bytesOf({ ...FILE, version: '2026-2' }) })
    await expect(withdraw(wordingId)).rejects.toMatchObject({ code: 'conflict' })
    await expect(withdraw(wordingId, ' ')).rejects.toMatchObject({ code: 'invalid' })
    await expect(withdraw(practiceId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await rows()).toHaveLength(2)
  })
})

describe('the database itself', () => {
  const settings = (role: string, kind: string, actor: string, practice = practiceId) => `
    set local app.practice_id = '${practice}'; set local app.actor_id = '${actor}';
    set local app.role = '${role}'; set local app.kind = '${kind}'`
  const as = <Result>(opening: string, statement: string) =>
    postgres.db.inTransaction(opening, async (trx) => (await sql.raw<Result>(statement).execute(trx)).rows)
  const insert = (by: string) => `
    insert into instrument_wording (practice_id, instrument, language, version, instrument_version, because,
      uploaded_by, uploaded_by_name, uploaded_with, uploaded_at)
    values ('${practiceId}', 'audit-c', 'en', 7, '1.0.0', 'no', '${by}', 'x', 'console', now())`

  test('shows the texts of one practice to that practice, and none to a visitor', async () => {
    await load()
    const seen = (role: string, kind: string, practice?: string) =>
      as(settings(role, kind, director.id, practice), 'select version from instrument_wording')
    expect(await seen('prescriber', 'practice')).toEqual([{ version: 1 }])
    expect(await seen('patient', 'patient')).toEqual([{ version: 1 }])
    expect(await seen('visitor', 'public')).toEqual([])
    expect(await seen('prescriber', 'practice', director.id)).toEqual([])
  })

  test.each([
    ['a prescriber', 'prescriber', 'practice'],
    ['the director without a permit of this kind', 'medical-director', 'patient'],
  ])('takes none from %s', async (_who, role, kind) => {
    await expect(as(settings(role, kind, director.id), insert(director.id))).rejects.toThrow(
      /row-level security/,
    )
  })

  test('takes one from the director, in their own name alone, and lets nobody change or delete it', async () => {
    const own = settings('medical-director', 'practice', director.id)
    await expect(as(own, insert(practiceId))).rejects.toThrow(/row-level security/)
    await as(own, insert(director.id))
    await expect(as(own, `update instrument_wording set because = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(as(own, 'delete from instrument_wording')).rejects.toThrow(/permission denied/)
  })

  test('has every load on record, with who', async () => {
    await load()
    const trail = await postgres.everything
      .selectFrom('audit_event')
      .select(['actor_id', 'action', 'outcome'])
      .where('practice_id', '=', practiceId)
      .orderBy('position')
      .execute()
    const event = { actor_id: director.id, action: 'load-instrument' }
    expect(trail).toEqual([
      { ...event, outcome: 'granted' },
      { ...event, outcome: 'done' },
    ])
  })
})

describe('the page', () => {
  test('says of each empty slot what is asked in its place, once', async () => {
    const html = await page(await signIn(director))
    expect(html).toContain(EN.open.noText('AUDIT-C', EN.because['never-loaded']))
    expect(html).toContain(EN.open.standIn('Single alcohol question'))
    expect(html.match(new RegExp(EN.because['never-loaded'], 'g'))).toHaveLength(15 + 30)
    expect(html).toContain(EN.form.title)
  })

  test('shows a loaded text with its licence, and gives it back as a Questionnaire', async () => {
    const cookie = await signIn(director)
    const answer = await post(cookie, form(FILE))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/instruments'])
    const html = await page(cookie)
    expect(html).not.toContain(EN.open.noText('AUDIT-C', EN.because['never-loaded']))
    expect(html).toContain(EN.open.asked('AUDIT-C', EN.language.en, Object.values(EN.places).join(', ')))
    expect(html).toContain(EN.open.standInElse('Single alcohol question'))
    expect(html).toContain(EN.inForce('2026-1'))
    expect(html).toContain(EN.granted(LICENCE.grantedBy, LICENCE.grantedTo))

    const [, address = ''] = /href="(\/console\/instruments\/wordings\/[^"]+)"/.exec(html) ?? []
    const file = await house.request('GET', address, cookie)
    expect(file.headers.get('content-type')).toContain('application/fhir+json')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="audit-c-en-1.json"')
    const expected = { language: 'en', yesNo: EN.yesNo } as const
    expect(readQuestionnaire(await file.text(), slot('audit-c'), expected)).toEqual(
      readQuestionnaire(JSON.stringify(FILE), slot('audit-c'), expected),
    )
  })

  test('counts the slot as empty again on the day after the licence, in the practice’s own zone', async () => {
    await load()
    const cookie = await signIn(director)
    today = new Date('2027-01-01T04:59:00Z') // still 31 December in New York
    expect(await page(cookie)).toContain(EN.inForce('2026-1'))
    today = new Date('2027-01-01T05:00:00Z')
    const html = await page(cookie)
    expect(html).toContain(EN.open.noText('AUDIT-C', EN.because['licence-ended']))
    expect(html).not.toContain(EN.inForce('2026-1'))
  })

  test('lists what does not fit, keeps what was written, and stores nothing', async () => {
    const cookie = await signIn(director)
    const file = { ...FILE, copyright: '<script>alert(1)</script>', language: 'de' }
    const answer = await post(
      cookie,
      form(file, { terms: 'Letter "13"', until: '2020-01-01', grantedOn: '2019-01-01' }),
    )
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain(EN.refused.count('3'))
    expect(html).toContain(EN.mismatch['other-language']('language', 'de'))
    expect(html).toContain(EN.licenceFault.ended)
    expect(html).toContain('&lt;script>')
    expect(html).toContain('Letter &quot;13&quot;')
    expect(html).not.toContain('<script>alert')
    expect(await rows()).toEqual([])
  })

  test('says so when no file came along', async () => {
    const html = await (await post(await signIn(director), form(undefined))).text()
    expect(html).toContain(EN.refused.noFile)
  })

  test('takes a file that is larger than other forms, and none without end', async () => {
    const cookie = await signIn(director)
    const padded = (kilobytes: number) => ({ ...FILE, description: 'a'.repeat(kilobytes * 1024) })
    expect((await post(cookie, form(padded(150)))).status).toBe(303)
    expect((await post(cookie, form(padded(600)))).status).toBe(413)
  })

  test('lets a prescriber look and not load', async () => {
    const cookie = await signIn(await makeMember(postgres.everything, practiceId, ['prescriber']))
    await load()
    const html = await page(cookie)
    expect(html).toContain(EN.inForce('2026-1'))
    expect(html).not.toContain(EN.form.title)
    expect(html).not.toContain(EN.withdraw.open)
    expect((await post(cookie, form(FILE))).status).toBe(404)
    expect(await rows()).toHaveLength(1)
  })

  test('has a button that takes a text out of use', async () => {
    await load()
    const cookie = await signIn(director)
    const address = `/console/instruments/wordings/${await newest()}/withdraw`
    expect((await house.request('POST', address, cookie, { because: 'Ended by letter 14' })).status).toBe(303)
    const html = await page(cookie)
    expect(html).toContain(EN.open.noText('AUDIT-C', EN.because.withdrawn))
    expect(html).toContain(EN.earlierWithdrawn(2, 'Ended by letter 14'))
    expect((await house.request('POST', address, cookie)).status).toBe(400)
  })
})

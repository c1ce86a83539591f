import { beforeEach, describe, expect, test } from 'vitest'
import { createLogin } from '../../app/access/login/login.ts'
import { openDatabase } from '../../app/database/connection.ts'
import { findPractice } from '../../app/database/installation.ts'
import type { House } from '../../app/house.ts'
import type { Message } from '../../app/partners/mail.ts'
import { Refusal } from '../../app/system/errors.ts'
import { foundFrom } from '../../practice/found-practice.ts'
import { PRACTICE } from '../../practice/harbour-street.ts'
import type { PracticeFile } from '../../practice/practice-file.ts'
import { quiet } from '../app.ts'
import { openInstallation, PRODUCTION_ENV } from '../installation.ts'
import { contents, furnishDemo } from './export-scene.ts'
import { makeBrowser } from './login-house.ts'

const FILE: PracticeFile = {
  ...PRACTICE,
  staff: [
    { name: 'Jordan Price', email: 'jordan@practice.example', credentials: 'Owner', roles: ['admin'] },
    {
      ...{ name: 'Dr. Maya Okafor', email: 'maya@practice.example', credentials: 'MD' },
      roles: ['prescriber', 'medical-director'],
    },
    { name: 'Ana Bell', email: 'ana@practice.example', credentials: 'RN', roles: ['care-coordinator'] },
  ],
}
const EVERYBODY = FILE.staff.map(({ email }) => email)

let house: House
let mails: Message[]
let unreachable: string | undefined
beforeEach(async () => {
  mails = []
  unreachable = undefined
  const opened = await openInstallation('production')
  const login = createLogin({
    ...{ pool: opened.poolAs('login', 2), origin: PRODUCTION_ENV.ORIGIN, secret: opened.secret },
    ...{ mode: 'production', practiceName: FILE.name, changedMail: { subject: '', text: '' } },
    sendMail: async (message) => {
      if (message.to === unreachable) throw new Error('no such mailbox')
      mails.push(message)
    },
    rolesOf: async () => ['admin'],
    log: quiet,
  })
  house = { ...opened, login }
  return opened.close
})

const found = (file = FILE, signal = new AbortController().signal) =>
  foundFrom(house, file, { now: new Date('2026-03-01T12:00:00Z'), signal })
const addresses = () => mails.map(({ to }) => to)
const stored = () => contents(house.server)
const practice = async () => {
  const owner = openDatabase(house.poolAs('owner', 1))
  return findPractice(owner)
}

describe('founding a practice', () => {
  test('makes its staff, no patient, and sends everybody a way in', async () => {
    await found()
    expect(await practice()).toMatchObject(PRACTICE)
    expect(await stored()).toMatchObject({ 'public.patient': [], 'public.protocol_version': [], jobs: [] })
    expect(addresses()).toEqual(EVERYBODY)
    const { id = '' } = (await practice()) ?? {}
    const accountId = await house.login.findAccountId('maya@practice.example')

    const link = mails.find(({ to }) => to === 'maya@practice.example')?.text.match(/https:\S+/)?.[0] ?? ''
    expect(link).toMatch(/^https:\/\/practice\.example\/sign-in\/link\//)
    const browser = makeBrowser()
    expect(browser.keep(await house.login.openLink(browser, link.split('/').at(-1) ?? ''))).toMatchObject({
      status: 'signed-in',
    })
    expect(await house.login.findSession(browser.headers)).toMatchObject({
      members: [{ practiceId: id, name: 'Dr. Maya Okafor', roles: ['prescriber', 'medical-director'] }],
      accountId,
      strength: 'one-factor',
    })
  })

  test('happens once: again is refused, and nothing is changed or sent', async () => {
    await found()
    const before = await stored()
    await expect(found()).rejects.toThrow(Refusal)
    await expect(found()).rejects.toThrow('already holds a practice, Harbour Street Clinic')
    expect(await stored()).toEqual(before)
    expect(addresses()).toEqual(EVERYBODY)
  })

  test('is refused where the demo lives', async () => {
    await furnishDemo({ ...house, config: { ...house.config, mode: 'demo' } })
    const before = await stored()
    await expect(found()).rejects.toThrow('already holds a practice')
    expect(await stored()).toEqual(before)
  })

  test('broken off between two accounts, it goes on where it was', async () => {
    const stopping = new AbortController()
    const { createAccount } = house.login
    house.login.createAccount = async (person) => {
      stopping.abort(new Refusal('Stopped.'))
      return createAccount(person)
    }
    await expect(found(FILE, stopping.signal)).rejects.toThrow('Stopped.')
    expect(await practice()).toBeUndefined()
    expect((await stored())['login.user']).toHaveLength(1)
    house.login.createAccount = createAccount
    await found()
    expect((await stored())['login.user']).toHaveLength(3)
    expect(addresses()).toEqual(EVERYBODY)
  })

  test('without a mail server it says who was not reached, and the next run reaches them', async () => {
    unreachable = 'maya@practice.example'
    await expect(found()).rejects.toThrow('no mail could be sent to maya@practice.example:')
    expect(addresses()).toEqual(['jordan@practice.example', 'ana@practice.example'])
    unreachable = undefined
    mails = []
    await found()
    expect(addresses()).toEqual(EVERYBODY)
    expect((await stored())['public.member']).toHaveLength(3)
    await expect(found()).rejects.toThrow('already holds a practice')
  })

  test('does not go on with another file', async () => {
    unreachable = 'maya@practice.example'
    await expect(found()).rejects.toThrow()
    const other = {
      ...FILE,
      staff: FILE.staff.map((person) => ({ ...person, email: `new-${person.email}` })),
    }
    await expect(found(other)).rejects.toThrow('new-jordan@practice.example is not')
  })
})

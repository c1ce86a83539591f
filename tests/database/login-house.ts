/** A sign-in with a real database behind it, and browsers that keep cookies. */
import { hashPassword } from 'better-auth/crypto'
import type { Role } from '../../app/access/actor.ts'
import type { Caller } from '../../app/access/login/call.ts'
import { createLogin, type Login } from '../../app/access/login/login.ts'
import type { Message } from '../../app/partners/mail.ts'
import type { Log } from '../../app/system/log.ts'
import { codeOf } from '../app-codes.ts'
import { openTestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'

export const ORIGIN = 'http://localhost:3000'
export const PASSWORD = 'paper moon tide'
export const CHANGED = { subject: 'Your account', text: 'It was changed.' }

export async function openHouse({ mode = 'production' }: { mode?: 'demo' | 'production' } = {}) {
  const database = await openTestDatabase()
  const pool = database.poolAs('login')
  const mails: Message[] = []
  const logged: string[] = []
  const roles = new Map<string, readonly Role[]>()
  const clock = { at: undefined as Date | undefined }
  const write = (what: string, fields: object = {}) => void logged.push(JSON.stringify([what, fields]))
  const log: Log = { info: write, warn: write, error: write }
  const make = (options: { mode: 'demo' | 'production'; origin?: string }): Login =>
    createLogin({
      pool,
      origin: ORIGIN,
      secret: TEST_SECRET,
      practiceName: 'Harbour Street Clinic',
      sendMail: async (message) => void mails.push(message),
      changedMail: CHANGED,
      rolesOf: async (accountId) => roles.get(accountId) ?? [],
      log,
      now: () => clock.at ?? new Date(),
      ...options,
    })
  const login = make({ mode })
  await login.migrate()

  let people = 0
  /** An invented account with roles and, if wanted, a password. */
  async function makeAccount(held: readonly Role[], { password }: { password?: string } = {}) {
    people += 1
    const email = `person-${people}@example.org`
    const accountId = await login.createAccount({ email, name: `Person ${people}` })
    roles.set(accountId, held)
    if (password !== undefined) {
      await pool.query(
        `insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
         values (gen_random_uuid(), $1::text, 'credential', $1::uuid, $2, now(), now())`,
        [accountId, await hashOf(password)],
      )
    }
    return { accountId, email }
  }

  /** Signs in by invitation, as everybody does the first time. */
  async function invited(browser: Browser, accountId: string) {
    let token = ''
    await login.invite(accountId, (url) => {
      token = url.split('/').at(-1) ?? ''
      return { subject: 'A link for you', text: url }
    })
    browser.keep(await login.openLink(browser, token))
  }

  return {
    database,
    login,
    /** Another one over the same tables. */
    make,
    pool,
    mails,
    logged,
    roles,
    clock,
    makeAccount,
    invited,
    /** Makes every login of an account older, in the database. */
    age: (
      accountId: string,
      columns: Partial<Record<'createdAt' | 'lastSeenAt' | 'expiresAt' | 'keptUntil', number>>,
    ) =>
      Promise.all(
        Object.entries(columns).map(([column, minutes]) =>
          pool.query(
            `update session set "${column}" = "${column}" - make_interval(secs => $2) where "userId" = $1`,
            [accountId, minutes * 60],
          ),
        ),
      ),
    close: async () => {
      await login.settle()
      await database.close()
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

const hashes = new Map<string, Promise<string>>()

/** A hash is slow on purpose; one of each is enough here. */
function hashOf(password: string): Promise<string> {
  const hash = hashes.get(password) ?? hashPassword(password)
  hashes.set(password, hash)
  return hash
}

let addresses = 0

/** A browser at an address of its own, unless told otherwise. */
export function makeBrowser(clientAddress = nextAddress(), sent: Record<string, string> = {}) {
  const jar = new Map<string, string>()
  const everSet: string[] = []
  const browser: Caller & {
    jar: typeof jar
    everSet: string[]
    keep: <Outcome extends object>(outcome: Outcome) => Outcome
    keepCookies: (setCookies: readonly string[]) => void
  } = {
    jar,
    everSet,
    clientAddress,
    get headers() {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      return new Headers({
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
        ...(cookie === '' ? {} : { cookie }),
        ...sent,
      })
    },
    keepCookies(setCookies) {
      for (const setCookie of setCookies) {
        everSet.push(setCookie)
        const [pair = '', ...flags] = setCookie.split('; ')
        const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
        if (flags.includes('Max-Age=0')) jar.delete(name)
        else jar.set(name, value)
      }
    },
    keep(outcome) {
      if ('setCookies' in outcome && Array.isArray(outcome.setCookies))
        browser.keepCookies(outcome.setCookies)
      return outcome
    },
  }
  return browser
}

export type Browser = ReturnType<typeof makeBrowser>

function nextAddress(): string {
  addresses += 1
  return `203.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`
}

/** What an authenticator app shows for `uri`, now or some thirty-second steps away. */
export const codeFor = (uri: string, steps = 0) =>
  codeOf(new URL(uri).searchParams.get('secret') ?? '', steps)

export async function signIn(house: House, browser: Browser, email: string, password = PASSWORD) {
  return browser.keep(await house.login.signInWithPassword(browser, { email, password }))
}

/**
 * An account of staff with an app that shows codes, and the codes kept on paper. The code shown now is used up:
 * the one to come fits still, whenever the half minute turns.
 */
export async function makeStaff(house: House) {
  const { accountId, email } = await house.makeAccount(['prescriber'], { password: PASSWORD })
  const browser = makeBrowser()
  await signIn(house, browser, email)
  const started = await house.login.startSecondStep(browser, PASSWORD)
  if (started.status !== 'started') throw new Error(started.status)
  const code = await codeFor(started.uri)
  const confirmed = browser.keep(await house.login.confirmSecondStep(browser, code))
  if (confirmed.status !== 'done') throw new Error(confirmed.status)
  return { accountId, email, browser, uri: started.uri, paper: confirmed.backupCodes }
}

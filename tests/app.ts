/** The whole application in memory, on a real database: for tests that ask it over HTTP without a socket. */
import { sql } from 'kysely'
import { isPersonRole } from '../app/access/actor.ts'
import type { SendMail } from '../app/access/login/link.ts'
import { createLogin, type Login } from '../app/access/login/login.ts'
import { openVault } from '../app/access/vault.ts'
import { createApp } from '../app/routes/app.tsx'
import { readAssets } from '../app/routes/assets.ts'
import type { Services } from '../app/routes/env.ts'
import type { Route } from '../app/routes/route.ts'
import { ROUTES } from '../app/routes/routes.ts'
import { openSeals } from '../app/system/crypto.ts'
import type { Log } from '../app/system/log.ts'
import type { TestDatabase } from './postgres.ts'
import { TEST_SECRET } from './postgres-server.ts'

export const ORIGIN = 'http://localhost:3000'
/** Any folder without a browser build: pages come bare. */
const NO_BUILD = 'tests'
export const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** Sign-in as it is in the demo, on the test's own database. */
export async function openTestLogin(
  postgres: TestDatabase,
  sendMail: SendMail = async () => {},
): Promise<Login> {
  const login = createLogin({
    pool: postgres.poolAs('login', 4),
    origin: ORIGIN,
    secret: TEST_SECRET,
    mode: 'demo',
    practiceName: 'Test practice',
    sendMail,
    changedMail: { subject: '', text: '' },
    rolesOf: async (accountId) => {
      const { rows } = await sql<{ roles: string[] }>`
        select roles from access.find_member(${accountId})`.execute(postgres.db)
      return rows.flatMap((row) => row.roles).filter(isPersonRole)
    },
    log: quiet,
  })
  await login.migrate()
  return login
}

type TestApp = { practiceId: string; login: Login; routes?: readonly Route[]; change?: Partial<Services> }

export function openTestApp(
  { db }: TestDatabase,
  { practiceId, login, routes = ROUTES, change = {} }: TestApp,
) {
  const services: Services = {
    db,
    login,
    log: quiet,
    seals: openSeals(TEST_SECRET),
    vault: openVault(TEST_SECRET),
    mode: 'demo',
    origin: ORIGIN,
    practice: { id: practiceId, name: 'Test practice', phone: null, timeZone: 'America/New_York' },
    demo: { people: [], isComplete: async () => true, forward: async () => {}, listMail: async () => [] },
    now: () => new Date(),
    trustedProxy: undefined,
    postsPerMinute: 1_000_000,
    isReady: async () => true,
    ...change,
  }
  const app = createApp(services, routes, readAssets(NO_BUILD), NO_BUILD)

  return {
    app,
    /** A browser that is signed in to the account: its Cookie header. */
    async signIn(accountId: string): Promise<string> {
      const caller = {
        headers: new Headers({ origin: ORIGIN, host: 'localhost:3000' }),
        clientAddress: '127.0.0.1',
      }
      const setCookies = await login.startDemoSession(caller, accountId)
      return setCookies.map((line) => line.split(';')[0]).join('; ')
    },
    request: (method: string, path: string, cookie = '', fields: Record<string, string> = {}) =>
      app.request(`${ORIGIN}${path}`, {
        method,
        headers: { cookie, origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
        ...(method === 'POST' ? { body: new URLSearchParams(fields) } : {}),
      }),
  }
}

export type OpenTestApp = ReturnType<typeof openTestApp>

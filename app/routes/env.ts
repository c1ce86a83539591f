import type { ComponentChildren } from 'preact'
import type { Member } from '../access/actor.ts'
import type { Login } from '../access/login/login.ts'
import type { Vault } from '../access/vault.ts'
import type { Language, Words } from '../content/words.ts'
import type { Database } from '../database/connection.ts'
import type { Seals } from '../system/crypto.ts'
import type { Log } from '../system/log.ts'
import type { Again, Area, PageFrame } from '../ui/document.tsx'

/** What the server is made of. server.ts makes it once; tests make their own. */
export type Services = {
  db: Database
  login: Login
  log: Log
  seals: Seals
  /** Opens and seals what people told. */
  vault: Vault
  mode: 'demo' | 'production'
  /** Scheme, host and port under which people reach us; what a form's Origin must be. */
  origin: string
  practice: { id: string; name: string; phone: string | null; timeZone: string }
  demo: DemoPlaces
  now: () => Date
  /** The one proxy whose X-Forwarded-For is believed; undefined believes nobody. */
  trustedProxy: string | undefined
  postsPerMinute: number
  /** True while the database answers as the installation this program was started for; migrations ran before it listens. */
  isReady: () => Promise<boolean>
}

/** What only the demo has: whom one may be, where its mail goes, and a time of its own. */
export type DemoPlaces = {
  people: readonly DemoPerson[]
  /** False while some of them are still being brought to where they are. */
  isComplete: () => Promise<boolean>
  /** Puts the demo's time forward, and what waits for a later hour with it. @throws RangeError */
  forward: (ms: number) => Promise<void>
  listMail: () => Promise<readonly { id: string; to: string; subject: string; text: string; at: Date }[]>
}

export type DemoPerson = {
  accountId: string
  name: string
  role: string
  /** One line: who they are and what to look at as them. */
  about: string
}

export type PageOptions = {
  area: Area
  title: string
  body: ComponentChildren
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503
  /** See `PageFrame`. */
  isDusk?: boolean
  /** Names of files in app/islands. */
  islands?: readonly string[]
  again?: Again
  /** A form somebody may have written in: see `PageFrame`. */
  form?: PageFrame['form']
}

/** What every route finds in `c.var`; app.tsx puts it there once per request. */
export type AppEnv = {
  Bindings: { incoming?: { socket: { remoteAddress?: string | undefined } } }
  Variables: {
    services: Services
    requestId: string
    language: Language
    words: Words
    /** The address of the other end, from the socket or the trusted proxy; never from a header anybody can send. */
    clientAddress: string
    /** Who is signed in, once the route asked. */
    member: Member | undefined
    page: (options: PageOptions) => Response
    /** The fields of a posted form. A field sent twice is an array: nobody's answer. */
    fields: () => Promise<Record<string, unknown>>
  }
}

/** Everything that is set from outside, read and checked once, before anything starts. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { codeOf, Refusal } from './errors.ts'

export type Config = {
  mode: 'demo' | 'production'
  host: string
  port: number
  origin: string
  databaseUrl: string | undefined
  trustedProxy: string | undefined
  smtp: { url: string; from: string } | undefined
  postsPerMinute: number
}

const Environment = z.object({
  GROUNDWORK_MODE: z.enum(['demo', 'production']).default('demo'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ORIGIN: z.url().optional(),
  DATABASE_URL: z.string().min(1).optional(),
  TRUSTED_PROXY: z.union([z.ipv4(), z.ipv6()]).optional(),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  POSTS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
})

const LOOPBACK = /^(127(\.\d+){3}|::1|localhost)$/
const NEEDS_NODE_IN_PRODUCTION = 22

type Surroundings = { env: NodeJS.ProcessEnv; nodeVersion: string }

/** @throws Refusal with one sentence when something is missing, contradicts itself, or would be unsafe. */
export function readConfig({ env, nodeVersion }: Surroundings): Config {
  // An empty variable is one nobody set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
    throw new Refusal(`${names.join(' and ')} cannot be used as set. The README lists what each may be.`)
  }
  const { GROUNDWORK_MODE: mode, HOST: host, PORT: port, TRUSTED_PROXY: trustedProxy } = parsed.data
  const origin = parsed.data.ORIGIN?.replace(/\/$/, '') ?? `http://localhost:${port}`
  const config: Config = {
    mode,
    host,
    port,
    origin,
    databaseUrl: parsed.data.DATABASE_URL,
    // The demo is reached from this machine alone, and may play a proxy before its invented people.
    trustedProxy: trustedProxy ?? (mode === 'demo' ? '127.0.0.1' : undefined),
    smtp: smtpOf(parsed.data),
    postsPerMinute: parsed.data.POSTS_PER_MINUTE,
  }
  if (!LOOPBACK.test(host) && mode === 'demo')
    throw new Refusal('The demo signs anybody in, so it listens on this machine alone: leave HOST unset.')
  if (!LOOPBACK.test(host) && trustedProxy === undefined)
    throw new Refusal(
      `HOST ${host} can be reached from outside: put a proxy that speaks HTTPS before it and name its address in TRUSTED_PROXY.`,
    )
  if (mode === 'demo' && config.smtp !== undefined)
    throw new Refusal('The demo sends no real mail: unset SMTP_URL, and read its mail at /demo/mail.')
  if (mode === 'production') checkProduction(config, given, nodeVersion)
  return config
}

const smtpOf = ({ SMTP_URL: url, MAIL_FROM: from }: z.infer<typeof Environment>) =>
  url === undefined ? undefined : { url, from: from ?? '' }

function checkProduction({ origin, smtp }: Config, env: NodeJS.ProcessEnv, nodeVersion: string) {
  const weakness = weaknessOf(env.GROUNDWORK_SECRET)
  if (weakness)
    throw new Refusal(
      `GROUNDWORK_SECRET ${weakness}: set it to what "openssl rand -base64 48" prints, and keep a copy.`,
    )
  if (!origin.startsWith('https://'))
    throw new Refusal('In production ORIGIN is the https:// address under which people reach the practice.')
  if (smtp === undefined || smtp.from === '')
    throw new Refusal(
      'In production SMTP_URL and MAIL_FROM name the mail server and the sender: without them no link arrives.',
    )
  const major = Number(nodeVersion.replace(/^v/, '').split('.')[0])
  if (major < NEEDS_NODE_IN_PRODUCTION && env.ALLOW_OLD_NODE !== '1')
    throw new Refusal(
      `Node ${major} no longer gets security fixes: use 24, or set ALLOW_OLD_NODE=1 if you know better.`,
    )
}

/** What is wrong with a secret; undefined when nothing is. 32 random bytes in hex or base64 pass. */
export function weaknessOf(secret: string | undefined): string | undefined {
  if (secret === undefined || secret === '') return 'is missing'
  if (secret.length < 43) return 'is too short'
  if (new Set(secret).size < 12) return 'repeats itself'
  return undefined
}

export type Secret = {
  secret: string
  /** Where it came from, as the start of a sentence. */
  from: string
  /** Puts one that was made just now into the data folder, which is there by then. Harmless for any other. */
  keep: () => void
}

/**
 * The secret everything else is derived from: GROUNDWORK_SECRET, or in the demo one made at the first start and kept in
 * the data folder. Nothing is written before `keep`: a new secret is right only where no database knows another.
 *
 * @throws Refusal when it is missing in production, weak, or cannot be read
 */
export function readSecret(mode: Config['mode'], dataDir: string, env: NodeJS.ProcessEnv): Secret {
  if (env.GROUNDWORK_SECRET) {
    const weakness = weaknessOf(env.GROUNDWORK_SECRET)
    if (weakness) throw new Refusal(`GROUNDWORK_SECRET ${weakness}.`)
    return { secret: env.GROUNDWORK_SECRET, from: 'GROUNDWORK_SECRET', keep: () => {} }
  }
  if (mode === 'production') throw new Refusal('GROUNDWORK_SECRET is missing.')
  const file = path.join(dataDir, 'secret')
  const secret = findSecret(file)
  if (secret !== undefined) return { secret, from: `What ${file} holds`, keep: () => {} }
  const made = randomBytes(48).toString('base64')
  return {
    secret: made,
    from: `GROUNDWORK_SECRET is not set and ${file} is missing; a new secret`,
    keep: () => keepSecret(file, made),
  }
}

function findSecret(file: string): string | undefined {
  let secret: string
  try {
    secret = readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new Refusal(
      `${file} cannot be read (${codeOf(error)}): start Groundwork as the account that made it, or set DATA_DIR to another folder.`,
      { cause: error },
    )
  }
  const weakness = weaknessOf(secret)
  if (weakness)
    throw new Refusal(
      `The secret in ${file} ${weakness}: bring the file back from a backup of the data folder, or remove it if no database was made with it yet.`,
    )
  return secret
}

/** Whole or not at all, and on the disk before anything is made with it. */
function keepSecret(file: string, secret: string): void {
  // Two first starts at once would each go on with a secret of their own.
  if (existsSync(file)) throw new Refusal(`Another start made ${file} at the same moment: start again.`)
  const unfinished = `${file}.new-${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(unfinished, secret, { mode: 0o600, flag: 'wx', flush: true })
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw new Refusal(
      `${file} cannot be written (${codeOf(error)}): make room in its folder and make it writable, or set DATA_DIR to another folder.`,
      { cause: error },
    )
  }
}

import { Refusal } from '../system/errors.ts'
import type { Connection } from './roles.ts'

const SHAPE = 'postgres://administrator:password@host:5432/groundwork'
const THIS_MACHINE = /^(127(\.\d+){3}|\[?::1\]?|localhost)$/

/**
 * Reads DATABASE_URL. Its own text is never repeated: it holds a password.
 *
 * `sslmode` is `verify-full` (encrypted, certificate checked; NODE_EXTRA_CA_CERTS
 * adds an authority of one's own) or `disable`. A server on another machine must
 * say which; the modes between encrypt without knowing to whom.
 */
export function connectionFromUrl(text: string): Connection {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:'
  const database = url?.pathname.slice(1) ?? ''
  if (!url || !isPostgres || !url.hostname || !url.username || database === '')
    throw new Refusal(`DATABASE_URL should look like ${SHAPE}.`)

  const host = decodeURIComponent(url.hostname)
  const sslmode = url.searchParams.get('sslmode') ?? (THIS_MACHINE.test(host) ? 'disable' : undefined)
  if (sslmode !== 'verify-full' && sslmode !== 'disable')
    throw new Refusal(
      'DATABASE_URL names a server on another machine: end it with ?sslmode=verify-full, or with ?sslmode=disable where the network between is yours alone.',
    )
  return {
    host,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(database),
    ...(sslmode === 'verify-full' && { ssl: true }),
  }
}

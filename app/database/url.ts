import { Refusal } from '../system/errors.ts'
import type { Connection } from './roles.ts'

/** Reads DATABASE_URL. Its own text is never repeated: it holds a password. */
export function connectionFromUrl(text: string): Connection {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:'
  const database = url?.pathname.slice(1) ?? ''
  if (!url || !isPostgres || !url.hostname || !url.username || database === '')
    throw new Refusal('DATABASE_URL should look like postgres://administrator:password@host:5432/groundwork.')
  return {
    host: decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(database),
  }
}

import { expect, test } from 'vitest'
import { Refusal } from '../system/errors.ts'
import { refuseServer } from './roles.ts'

/** A PostgreSQL 15.0 as it comes. */
const SAFE = { server_version_num: '150000', fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }

test.each<[string, Partial<Record<keyof typeof SAFE, string | undefined>>, RegExp | undefined]>([
  ['PostgreSQL 14, its last release', { server_version_num: '149999' }, /15 or newer; this server is 14\.$/],
  ['PostgreSQL 15, its first release', {}, undefined],
  ['PostgreSQL 18', { server_version_num: '180001' }, undefined],
  ['a version it does not tell', { server_version_num: undefined }, /is of an unknown version\.$/],
  ['fsync off', { fsync: 'off' }, /has fsync switched off/],
  ['full_page_writes off', { full_page_writes: 'off' }, /has full_page_writes switched off/],
  ['synchronous_commit off', { synchronous_commit: 'off' }, /has synchronous_commit switched off/],
  ['a commit that waits for this server alone', { synchronous_commit: 'local' }, undefined],
  ['fsync untold', { fsync: undefined }, /has fsync switched off/],
])('a server with %s is judged before anything is altered', (_, differs, sentence) => {
  const settings = Object.fromEntries(
    Object.entries({ ...SAFE, ...differs }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>
  const judge = () => refuseServer(settings)
  if (!sentence) return expect(judge).not.toThrow()
  expect(judge).toThrow(Refusal)
  expect(judge).toThrow(sentence)
})

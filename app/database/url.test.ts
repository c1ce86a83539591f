import { describe, expect, test } from 'vitest'
import { Refusal } from '../system/errors.ts'
import { connectionFromUrl } from './url.ts'

describe('DATABASE_URL', () => {
  test('is read with what it escapes, and with the usual port', () => {
    expect(connectionFromUrl('postgres://ad%40min:p%2Fw@127.0.0.1/ground')).toEqual({
      ...{ host: '127.0.0.1', port: 5432, user: 'ad@min', password: 'p/w', database: 'ground' },
    })
    expect(connectionFromUrl('postgresql://a:b@localhost:6000/g').port).toBe(6000)
  })

  test('to another machine is encrypted and the certificate checked, or says that it is not', () => {
    const far = 'postgres://a:b@db.practice.example/g'
    expect(connectionFromUrl(`${far}?sslmode=verify-full`).ssl).toBe(true)
    expect(connectionFromUrl(`${far}?sslmode=disable`).ssl).toBeUndefined()
    for (const unsure of ['', '?sslmode=require', '?sslmode=prefer'])
      expect(() => connectionFromUrl(far + unsure)).toThrow(/verify-full/)
  })

  test.each([
    '',
    'groundwork',
    'mysql://a:b@h/g',
    'postgres://h/g',
    'postgres://a:b@h',
    'postgres://a:s3cret@h:x/g',
  ])('refuses %j in one sentence that repeats nothing of it', (text) => {
    expect(() => connectionFromUrl(text)).toThrow(Refusal)
    expect(() => connectionFromUrl(text)).not.toThrow(/s3cret/)
  })
})

import { expect, test } from 'vitest'
import { isOurHost, isOurOrigin } from './origin.ts'

const demo = { mode: 'demo', origin: 'http://localhost:3000' } as const
const clinic = { mode: 'production', origin: 'https://clinic.example' } as const

test.each([
  ['our own address', demo, 'http://localhost:3000', 'http://localhost:3000/x', true],
  ['by number', demo, 'http://127.0.0.1:3000', 'http://127.0.0.1:3000/x', true],
  ['by number, version 6', demo, 'http://[::1]:3000', 'http://[::1]:3000/x', true],
  ['through a tunnel', demo, 'http://localhost:8080', 'http://localhost:8080/x', true],
  ['another program of this machine', demo, 'http://localhost:9999', 'http://localhost:3000/x', false],
  ['a name pointed at this machine', demo, 'http://evil.example', 'http://evil.example/x', false],
  [
    'a name that looks like ours',
    demo,
    'http://localhost.evil.example',
    'http://localhost.evil.example/',
    false,
  ],
  ['a sandbox', demo, 'null', 'http://localhost:3000/x', false],
  ['the practice', clinic, 'https://clinic.example', 'https://clinic.example/x', true],
  ['the practice without encryption', clinic, 'http://clinic.example', 'http://clinic.example/x', false],
  ['this machine, in production', clinic, 'http://localhost:3000', 'http://localhost:3000/x', false],
] as const)('a form from %s', (_, ours, origin, url, isOurs) => {
  expect(isOurOrigin(ours, origin, url)).toBe(isOurs)
})

test.each([
  ['its own name', demo, 'http://localhost:3000/', true],
  ['a number', demo, 'http://127.0.0.1:3000/', true],
  ['a name pointed at this machine', demo, 'http://evil.example:3000/', false],
  ['any name in production: the proxy knows', clinic, 'http://10.0.0.7/', true],
] as const)('asked under %s', (_, ours, url, isOurs) => {
  expect(isOurHost(ours, url)).toBe(isOurs)
})

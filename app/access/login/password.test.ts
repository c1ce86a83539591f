import { expect, test } from 'vitest'
import { passwordProblem } from './password.ts'

const problem = (password: string) =>
  passwordProblem(password, ['sam.rivera@example.org', 'Sam Rivera', 'Harbour Street Clinic'])

test.each([
  ['paper moon tide', undefined],
  ['papermoon tides', undefined],
  ['paper moon tid', 'too-short'],
  ['', 'too-short'],
  ['a'.repeat(7) + 'qz7 river tide '.repeat(8), undefined],
])('fifteen characters are enough, fourteen are not: %j', (password, expected) => {
  expect(problem(password.slice(0, 128))).toBe(expected)
})

test('the length is that of what a person sees, not of its bytes', () => {
  expect(problem('🌊🌊🌙🌙🌿🌿🪶🪶🌾🌾🐚🐚🪨🪨')).toBe('too-short')
  expect(problem('el río de niñez')).toBeUndefined()
})

test('128 characters are taken, 129 are not', () => {
  const words = 'a quiet lamp by the green window under seven slow clouds and '
  const long = words.repeat(3)
  expect(problem(long.slice(0, 128))).toBeUndefined()
  expect(problem(long.slice(0, 129))).toBe('too-long')
})

test.each([
  'aaaaaaaaaaaaaaaaaaaa',
  'abababababababab',
  '123456789012345',
  'passwordpassword1',
  'Password Password',
  'qwertyuiopasdfghjkl',
  'harbourstreetclinic',
  'HarbourStreetClinic1',
  'sam.rivera@example.org',
  'samriverasamrivera',
  'correct horse battery staple',
  'contraseñacontraseña',
])('what a stranger tries first is not taken: %s', (password) => {
  expect(problem(password)).toBe('too-easy')
})

test.each(['no Capitals no digits no signs', 'onlysmalllettersbutmine', '               x1y2z3q'])(
  'there are no rules about kinds of characters: %j',
  (password) => {
    expect(problem(password)).not.toBe('too-short')
  },
)

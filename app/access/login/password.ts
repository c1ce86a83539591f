/** What a password must be: long, and not the first thing a stranger would try. No other rules. */

export const PASSWORD_MIN_LENGTH = 15
export const PASSWORD_MAX_LENGTH = 128

export type PasswordProblem = 'too-short' | 'too-long' | 'too-easy'

/** Below this, one character or a short piece said over and over makes up the whole password. */
const FEWEST_DIFFERENT_CHARACTERS = 5

/** What people type when they are asked for something long. Compared in small letters, without spaces. */
const TRIED_FIRST = [
  '0123456789',
  '1234567890',
  '9876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'passwordpassword',
  'contraseñacontraseña',
  'correcthorsebatterystaple',
  'letmeinletmein',
  'iloveyouiloveyou',
  'administrator',
]

/**
 * Why a new password cannot be taken; `undefined` when it can. Length is counted in characters as a person
 * counts them. `ownWords` are those a stranger knows: the address, the name, the practice.
 */
export function passwordProblem(password: string, ownWords: readonly string[]): PasswordProblem | undefined {
  // The library counts UTF-16 units, which are never fewer than characters: its own minimum holds too.
  if ([...password].length < PASSWORD_MIN_LENGTH) return 'too-short'
  if (password.length > PASSWORD_MAX_LENGTH) return 'too-long'
  return isEasy(password, ownWords) ? 'too-easy' : undefined
}

function isEasy(password: string, ownWords: readonly string[]): boolean {
  const plain = squeezed(password)
  if (new Set(plain).size < FEWEST_DIFFERENT_CHARACTERS) return true
  const known = [...TRIED_FIRST, ...ownWords.flatMap((word) => [word, ...word.split(/[@.\s]+/)])]
    .map(squeezed)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
  // What is left once everything known is taken out is what a stranger would have to guess.
  const left = known.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  return [...withoutRuns(left)].length < PASSWORD_MIN_LENGTH / 2
}

const squeezed = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** A piece of up to eight characters repeated at once counts once: `abcabcabc` is `abc`. */
const withoutRuns = (text: string) => text.replace(/(.{1,8}?)\1+/gu, '$1')

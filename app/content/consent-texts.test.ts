import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { CONSENT_KINDS, CONSENT_VERSIONS } from '../clinical/consents.ts'
import { LANGUAGES, words } from './words.ts'

/** The first letters of each text's hash, by version and language. A text that changed needs a new version here. */
const SIGNED_ON: Record<string, Record<string, string>> = {
  'telehealth 1': { en: 'c8c692c99978', es: '1364cdda6d25' },
  'off-label-treatment 1': { en: '2d884da939e0', es: '7747dc314380' },
  'privacy-practices 1': { en: 'a97935923de0', es: 'c47f6ae07f64' },
  'home-treatment 1': { en: '1c3e525cdfee', es: 'ee4c84989d3f' },
}

const hashOf = (text: unknown) => createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 12)

test.each(CONSENT_KINDS)('whoever signs %s signs the text of its version, in either language', (kind) => {
  const texts = LANGUAGES.map((language) => [language, hashOf(words[language].consentTexts[kind])])
  expect(Object.fromEntries(texts)).toEqual(SIGNED_ON[`${kind} ${CONSENT_VERSIONS[kind]}`])
})

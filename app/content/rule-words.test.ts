import { describe, expect, test } from 'vitest'
import { everyPatientText } from '../../tests/rules-page.ts'
import { ALL_RULES, type RuleId } from '../clinical/rules/all.ts'
import { readingGrade } from './reading-level.ts'
import { patientText, ruleWords } from './rule-words.ts'

const IDS = ALL_RULES.map(({ id }) => id as RuleId)
const LANGUAGES = ['en', 'es'] as const
const texts = LANGUAGES.flatMap((language) =>
  IDS.flatMap((id) => everyPatientText(language, id).map((text) => ({ language, id, text }))),
)

describe('no patient text', () => {
  test.each<[string, RegExp]>([
    ['holds a dose', /\d\s?(mg|mcg|µg|ml)\b|\bunits?\b|\bunidades\b|\bdos(e|is) of\b/i],
    [
      'holds a score',
      /\bscores?\b|\bpunt(os|aje|uaci[óo]n)\b|\btotals?\b|\b(PCL|PHQ|GAD|DES|DSS|ITQ|AUDIT|DAST|C-SSRS|ASQ|SUDS)\b/i,
    ],
    [
      'holds a diagnosis',
      /\bcomplex PTSD\b|\bpsychosis\b|\bpsychotic|\bmania\b|\bbipolar\b|\bdissociat|\bdisorder\b|\baddict|\bdepression\b|\bpsicosis\b|\bmanía\b|\btrastorno\b|\badicci|\bdepresi[óo]n\b|\bdisocia/i,
    ],
    [
      'says that a person is doing what nobody has done',
      /\b(is|are) (reaching|calling|coming)\b|\bwe(’|')?ll call\b|\bwe will call\b|\b(someone|somebody|your clinician|a person|your team) will\b|\bse comunicará\b|\ble llamar|\balguien (le )?(va a|llamará|hablará)\b/i,
    ],
    [
      'judges, promises or shouts',
      /[!¡]|\bfail|\bviolat|\babuse\b|\bguarantee|\bnon-?complian|\bclean\b|\bvictim/i,
    ],
    ['tells a person to stop a medicine', /\bstop taking\b|\bdeje de tomar\b|\bsuspenda\b/i],
    ['is empty or has a space too many', /^\s*$|^\s|\s$| {2}|undefined/],
  ])('%s', (_what, pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text.replace(/PTSD\. talking/i, '')))).toEqual([])
  })
})

test.each(texts.filter(({ language }) => language === 'en'))('$id reads easily: $text', ({ text }) => {
  expect(readingGrade(text)).toBeLessThanOrEqual(8)
})

test('a rule says as much in Spanish as in English, in other words', () => {
  for (const id of IDS) {
    const [en, es] = [ruleWords.en[id], ruleWords.es[id]]
    expect(en.patient === null, id).toBe(es.patient === null)
    expect(typeof en.patient, id).toBe(typeof es.patient)
    for (const part of ['condition', 'clinician'] as const) expect(es[part], id).not.toBe(en[part])
  }
})

test('an alert is told in the form it has reached', () => {
  expect(patientText('en', 'F01', { is: 'sent', to: 'Dr. Okafor' })).toContain('Not seen yet.')
  expect(patientText('en', 'F01', { is: 'seen', by: 'Dr. Okafor', at: '9:30' })).toContain(
    'saw this at 9:30.',
  )
  expect(patientText('es', 'F01', { is: 'outside-cover', opens: 'lunes, 9:00', contact: '555' })).toContain(
    '988',
  )
})

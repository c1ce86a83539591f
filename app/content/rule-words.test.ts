import { describe, expect, test } from 'vitest'
import { everyBesideText, everyPatientText } from '../../tests/rules-page.ts'
import { SEVERITIES } from '../clinical/outcome.ts'
import { ALL_RULES, type RuleId } from '../clinical/rules/all.ts'
import { isRoomRule, ROOM_RULES, type RoomRuleId } from '../clinical/rules/in-the-room.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import { readingGrade } from './reading-level.ts'
import { besideParts, besideText, patientText, type RuleWords, ruleWords, teamText } from './rule-words.ts'

const IDS = ALL_RULES.map(({ id }) => id as RuleId)
const LANGUAGES = ['en', 'es'] as const
const texts = LANGUAGES.flatMap((language) =>
  IDS.flatMap((id) => [
    ...everyPatientText(language, id).map((text) => ({ language, id, text })),
    ...(isRoomRule(id) ? everyBesideText(language, id) : []).map((text) => ({ language, id, text })),
  ]),
)

const DIAGNOSIS =
  /\bC?PTSD\b|\bTEPT|\bpost-?traumatic stress|\bestr[eé]s pos(t-?)?traum|\bpsychosis\b|\bpsychotic|\bmania\b|\bbipolar\b|\bschizo|\besquizo|\bdissociat|\bdisorder\b|\baddict|\bdepression\b|\bpsicosis\b|\bpsic[oó]tic|\bmanía\b|\btrastorno\b|\badicci|\bdepresi[óo]n\b|\bdisocia/i
/** What a published guide says of a medicine, and of nobody who reads it: word for word, in A09, and nowhere else. */
const OF_A_GUIDE = {
  en: 'A VA and DoD guide suggests not using ketamine for PTSD.',
  es: 'Una guía de VA y DoD sugiere no usar ketamina para el TEPT.',
}
const ownWords = ({ id, language, text }: (typeof texts)[number]): string =>
  id === 'A09' ? text.replace(OF_A_GUIDE[language], '…') : text

describe('no text for a patient, or for whoever is beside them,', () => {
  test.each<[string, RegExp]>([
    ['holds a dose', /\d\s?(mg|mcg|µg|ml)\b|\bunits?\b|\bunidades\b|\bdos(e|is) of\b/i],
    [
      'holds a score',
      /\bscores?\b|\bpunt(os|aje|uaci[óo]n)\b|\btotals?\b|\b(PCL|PHQ|GAD|DES|DSS|ITQ|AUDIT|DAST|C-SSRS|ASQ|SUDS)\b/i,
    ],
    ['holds a diagnosis', DIAGNOSIS],
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
    expect(texts.filter((one) => pattern.test(ownWords(one)))).toEqual([])
  })
})

test.each([
  ...['You have PTSD.', 'You may have post-traumatic stress.', 'Complex PTSD needs time.', 'This is CPTSD.'],
  ...[
    'Usted tiene TEPT.',
    'Esto es estrés postraumático.',
    'Un brote psicótico.',
    'Schizophrenia runs in families.',
  ],
])('%s would not pass', (text) => {
  expect(DIAGNOSIS.test(text)).toBe(true)
  expect(ownWords({ id: 'B07', language: 'en', text })).toBe(text)
  expect(DIAGNOSIS.test(ownWords({ id: 'A09', language: 'en', text: `${OF_A_GUIDE.en} ${text}` }))).toBe(true)
})

test.each(LANGUAGES)('what a guide says stands in the one text it is left out of, in %s', (language) => {
  const said = texts.filter((one) => one.language === language && one.text.includes(OF_A_GUIDE[language]))
  expect(said.map(({ id }) => id)).toEqual(['A09'])
})

test.each(texts.filter(({ language }) => language === 'en'))('$id reads easily: $text', ({ text }) => {
  expect(readingGrade(text)).toBeLessThanOrEqual(8)
})

test('a rule says as much in Spanish as in English, in other words', () => {
  for (const id of IDS) {
    const [en, es]: [RuleWords, RuleWords] = [ruleWords.en[id], ruleWords.es[id]]
    expect(en.patient === null, id).toBe(es.patient === null)
    expect(typeof en.patient, id).toBe(typeof es.patient)
    for (const part of ['condition', 'clinician'] as const) expect(es[part], id).not.toBe(en[part])
  }
})

describe('whoever is beside the patient', () => {
  const MOMENTS_IN_THE_ROOM = [
    ...(['session', 'lateInSession', 'restingInSession', 'askedToEnd', 'tonight'] as const),
  ]

  test('reads of every rule that is judged there, and of no other', () => {
    const judged = new Set(MOMENTS_IN_THE_ROOM.flatMap((moment) => JUDGED_AT[moment].map(({ id }) => id)))
    expect([...judged].sort()).toEqual(Object.keys(ROOM_RULES).sort())
  })

  const ROOM = Object.keys(ROOM_RULES) as RoomRuleId[]
  const said = (language: 'en' | 'es', say: typeof everyBesideText) =>
    ROOM.flatMap((id) => say(language, id).map((text) => ({ id, text })))

  test.each([
    ['en', /\b(them|they|their)\b/i, /^(Sit|Stay sitting|Lie|You asked|Feet)\b/i],
    [
      'es',
      /\b(despiértele|póngale|ayúdele|su nombre|de lado\. No se vaya)\b/i,
      /^(Siéntese|Siga|Acuéstese|Usted)/i,
    ],
  ] as const)(
    'reads nothing said to the patient, and the patient nothing said to them, in %s',
    (language, of, to) => {
      expect(said(language, everyPatientText).filter(({ text }) => of.test(text))).toEqual([])
      expect(said(language, everyBesideText).filter(({ text }) => to.test(text))).toEqual([])
    },
  )

  test('reads once who knows of it, apart from what to do, however the sentence about it goes', () => {
    const states = [
      { is: 'sent', to: 'Dr. Okafor' },
      { is: 'seen', by: 'Dr. Okafor', at: '9:30' },
      { is: 'outside-cover', opens: 'Okafor: 9:30', contact: '(305) 555-0142' },
    ] as const
    for (const language of LANGUAGES)
      for (const state of states)
        for (const severity of [undefined, ...SEVERITIES])
          for (const id of ROOM) {
            const { todo, told } = besideParts(language, id, state, severity)
            expect(todo, id).not.toMatch(/Okafor|^\s*$|^\s|\s$| {2}/)
            expect([undefined, teamText(language, state)], id).toContain(told)
            expect([todo, told].filter(Boolean).join(' ')).toBe(besideText(language, id, state, severity))
          }
  })

  test('reads who knows of it where the words say so, and not where they send for 911', () => {
    const state = { is: 'sent', to: 'Dr. Okafor' } as const
    const told = 'We have sent this to Dr. Okafor. Not seen yet.'
    expect(besideParts('en', 'D08', state)).toEqual({
      todo: 'They asked for help. Go to them now.',
      told,
    })
    expect(besideParts('en', 'D05', state, 'review')).toEqual({ todo: 'Help them sit and rest.', told })
    expect(besideParts('en', 'D05', state, 'block').told).toBeUndefined()
    expect(besideParts('en', 'D01', state).told).toBeUndefined()
  })

  test('is told where help is in words of their own', () => {
    const state = { is: 'sent', to: 'Dr. Okafor' } as const
    expect(besideText('en', 'D13', state)).toContain('call or text 988 together')
    expect(patientText('en', 'D13', state)).toContain('If you might act')
  })
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

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyPatientText } from '../../tests/rules-page.ts'
import { judgedClasses, NONE_OF_THESE, readMedicine } from '../clinical/medicines/medicine-list.ts'
import { NAMED_MEDICINES } from '../clinical/medicines/table.ts'
import { MEDICINE_CLASSES } from '../clinical/protocol/course.ts'
import { ALL_RULES, type RuleId } from '../clinical/rules/all.ts'
import {
  classWords,
  medicineListWords,
  medicineName,
  openPartForPatient,
  openTexts,
  standingText,
} from './medicine-words.ts'
import { readingGrade } from './reading-level.ts'
import { type PlacedText, textsOf } from './texts.ts'
import { LANGUAGES, type Language } from './words.ts'

/** What a patient reads about medicines. */
const ofMedicines = (language: Language): PlacedText[] => [
  ...MEDICINE_CLASSES.map((one) => ({ place: one, text: classWords[language][one].patient })),
  ...textsOf(medicineListWords[language].patient, 'list'),
]

/** Each file of words there is, also those that come tomorrow. */
async function everyFile(language: Language): Promise<PlacedText[]> {
  const folder = `app/content/${language}`
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  )
  const all = await Promise.all(
    files.map(async (file) => textsOf(await import(path.resolve(folder, file)), file)),
  )
  return all.flat()
}

/** What a clinician alone reads stands under its own name, in whatever file. */
const isForClinicians = ({ place }: PlacedText) => /\.(clinician|condition)(\.|$)/.test(place)

/** Every word a patient can read, and the rules' as a patient gets them, in every form. */
const everything = async (language: Language): Promise<PlacedText[]> => [
  ...(await everyFile(language)).filter((placed) => !isForClinicians(placed)),
  ...ALL_RULES.flatMap(({ id }) =>
    everyPatientText(language, id as RuleId).map((text) => ({ place: id, text })),
  ),
]

const VERBS: Record<Language, string> = {
  en: 'stop|stopping|quit|cease|discontinue|suspend|hold|skip|omit|avoid|drop|pause|halve|reduce|lower|taper|withhold|wean',
  es: 'dejar?|deje|suspenda|suspender|interrumpa|interrumpir|omita|omitir|evite|evitar|pause|pausar|reduzca|reducir|baje|salte|saltar|retire|quite',
}
const MEDICINES: Record<Language, string> = {
  en: 'medicines?|medications?|meds|pills?|tablets?|doses?|drugs?|prescriptions?',
  es: 'medicinas?|medicamentos?|pastillas?|tabletas?|dosis|fármacos?|recetas?',
}
const NOT_TO_TAKE: Record<Language, RegExp> = {
  en: /\b(do not|don[’']t|never|no longer|must not|should not|stop|quit)\b[^.?!]*\b(take|taking|use|using|swallow|refill)\b|\b(come|go|get|leave|take yourself) off\b[^.?!]*\byour\b/i,
  es: /\bno (la |las |lo |los )?(tome|use|siga tomando)\b|\bdej(e|ar) de (tomar|usar)/i,
}

/** Anything that could be heard as: leave your medicine off. */
function tellsToStop(language: Language, text: string): boolean {
  const [verbs, medicines] = [VERBS[language], MEDICINES[language]]
  const isAboutIt = new RegExp(`\\b(${verbs})\\b[^.?!]*\\b(${medicines})\\b`, 'i')
  const isAboutThem = new RegExp(`\\b(${verbs})(la|las|lo|los)?\\b`, 'i')
  const isOfMedicines = new RegExp(`\\b(${medicines})\\b`, 'i')
  return (
    NOT_TO_TAKE[language].test(text) ||
    isAboutIt.test(text) ||
    (isOfMedicines.test(text) && isAboutThem.test(text))
  )
}

/** D10, after a second dose in a session: it is about the session's own medicine, and about nothing else. */
const SECOND_DOSE: Record<Language, RegExp> = { en: /^Do not take any more\. /, es: /^No tome nada más\. / }
const isAllowed = (language: Language, { place, text }: PlacedText) =>
  /^(D10|.*\.D10\.patient)$/.test(place) && SECOND_DOSE[language].test(text)

describe.each(LANGUAGES)('in %s', (language) => {
  test('no word a patient can read tells them to stop a medicine', async () => {
    const all = await everything(language)
    expect(all.length).toBeGreaterThan(500)
    expect(
      all.filter((placed) => tellsToStop(language, placed.text) && !isAllowed(language, placed)),
    ).toEqual([])
  })

  test('every class of medicine that may be prescribed says to go on as usual', () => {
    const own = ['alcohol', 'cannabis', 'stimulant-not-prescribed', 'grapefruit']
    const silent = MEDICINE_CLASSES.filter((one) => !own.includes(one)).filter(
      (one) => !/keep taking it as usual|Siga tomándola como siempre/.test(classWords[language][one].patient),
    )
    expect(silent).toEqual([])
  })

  test.each<[string, RegExp]>([
    ['a number', /\d/],
    ['a diagnosis', /\bPTSD\b|\bTEPT\b|psychosis|psicosis|disorder|trastorno|addict|adicci|depress|depresi/i],
    ['a shout or a promise', /[!¡]|guarantee|garanti/i],
    [
      'a person’s act that has not happened',
      /\bwill (call|look|check|review)\b|\b(llamará|revisará|mirará)\b/i,
    ],
    ['a space too many, or nothing', /^\s*$|^\s|\s$| {2}|undefined/],
  ])('no patient text of medicines holds %s', (_what, pattern) => {
    expect(ofMedicines(language).filter(({ text }) => pattern.test(text))).toEqual([])
  })

  test('no prescriber is told to stop one either, but to ask', () => {
    const told = MEDICINE_CLASSES.map((one) => classWords[language][one].clinician).filter((text) =>
      /^stop\b|[.;:] stop\b|\bdiscontinue\b|^suspenda\b|[.;:] suspenda\b/i.test(text),
    )
    expect(told).toEqual([])
  })
})

test.each(ofMedicines('en'))('$place reads easily: $text', ({ text }) => {
  expect(readingGrade(text) ?? 0).toBeLessThanOrEqual(8)
})

test('each class is said in Spanish, in other words', () => {
  for (const one of MEDICINE_CLASSES)
    for (const part of ['name', 'clinician', 'patient'] as const)
      expect(classWords.es[one][part], one).not.toBe(classWords.en[one][part])
})

test('the test for stopping finds what it looks for', () => {
  for (const text of [
    'Stop taking your medicine.',
    'Please skip your pill today.',
    'Do not take prazosin tonight.',
    'You should come off your antidepressant.',
    'Hold the morning dose.',
    'This is about your medicine. You can skip it today.',
  ])
    expect(tellsToStop('en', text), text).toBe(true)
  for (const text of ['Deje de tomar su medicina.', 'No la tome hoy.', 'Suspenda el medicamento.'])
    expect(tellsToStop('es', text), text).toBe(true)
})

describe('a line', () => {
  const read = (text: string) => readMedicine({ text, taking: { stoppedOn: '2026-11-01' } })

  test('that is no name is told as it was written', () => {
    expect(openTexts('en', read('Blorbium'))).toEqual(['This name was not recognized: “blorbium”.'])
    expect(openTexts('es', read('Blorbium'))).toEqual(['Este nombre no se reconoció: «blorbium».'])
  })

  test('that is near a name is told with what it may be', () => {
    expect(openTexts('en', read('bupropin'))).toEqual([
      'Not settled: “bupropin” may be bupropion or buspirone. Nothing was assumed.',
    ])
  })

  test('to which the person said "none of these" is told as no name', () => {
    const picked = [{ part: 'bupropin', as: NONE_OF_THESE }]
    expect(openTexts('en', readMedicine({ text: 'bupropin', picked }))).toEqual([
      'This name was not recognized: “bupropin”.',
    ])
  })

  test('of which nothing is written says so', () => {
    expect(openTexts('en', read('Tylenol'))).toEqual([
      'Recognized, and no interaction is written here: Tylenol (acetaminophen). That is not the same as none.',
    ])
  })

  test('asks the patient, or says that it stays as it is', () => {
    expect(read('bupropin').open.map((part) => openPartForPatient('en', part))).toEqual([
      'We are not sure which one this is. Is it one of these?',
    ])
    expect(read('blorbium').open.map((part) => openPartForPatient('es', part))[0]).toContain(
      'no está en nuestra',
    )
  })

  test.each([
    [undefined, 'Stopped; no wash-out is signed for this class. It counts.'],
    [30, 'Stopped 21 days ago; counts through day 30, as signed.'],
    [14, 'Stopped 21 days ago; the signed 14 days are over.'],
  ])('stopped, with a wash-out of %s days, says why it counts or not', (washOutDays, text) => {
    const entry = { class: 'maoi', action: 'review', ...(washOutDays && { washOutDays }) } as const
    const [judged] = judgedClasses(read('Nardil'), '2026-11-22', { medicines: { classes: [entry] } })
    expect(judged && standingText('en', judged)).toBe(text)
  })

  test('says what is inside where the name does not', () => {
    const named = (name: string) => {
      const found = NAMED_MEDICINES.find((one) => one.name === name)
      return found && medicineName(found)
    }
    expect(named('prazosin')).toBe('prazosin')
    expect(named('Contrave')).toBe('Contrave (naltrexone + bupropion)')
  })
})

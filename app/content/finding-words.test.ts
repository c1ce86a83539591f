import { expect, test } from 'vitest'
import { INTAKE_FACTS } from '../clinical/facts/intake.ts'
import { intakeRules } from '../clinical/rules/intake/rules.ts'
import { findings } from '../clinical/rules/rule.ts'
import { labelOf, unknownText } from './finding-words.ts'

test('what could not be judged is said with what is missing and for which rules', () => {
  const [found] = findings(
    [intakeRules.B08, intakeRules.B10],
    { hasDissociativeDisorder: false, desMean: 40 },
    {},
  )
  if (!found) throw new Error('nothing was found')
  expect(unknownText('en', found)).toBe(
    'Cannot be judged. Missing: ITQ; DES taxon mean (0 to 100). Not signed: DES-II: A prescriber looks from a mean of; DES-II: A prescriber looks from a mean of the taxon items of. Rules: B10, B08.',
  )
})

test('an unsigned protocol alone names no fact', () => {
  const [found] = findings([intakeRules.B27], { ageYears: 40 }, {})
  if (!found) throw new Error('nothing was found')
  expect(unknownText('es', found)).toBe(
    'No se puede juzgar. Sin firmar: Ingreso: Quien receta revisa desde una edad de. Reglas: B27.',
  )
})

test('every fact has a label in each language, and a limit is called as on the page of the protocol', () => {
  for (const name of Object.keys(INTAKE_FACTS)) {
    expect(labelOf('en', name), name).not.toBe(name)
    expect(labelOf('es', name), name).not.toBe(labelOf('en', name))
  }
  expect(labelOf('en', 'course.maxSessions')).toBe('Course of treatment: Sessions in a course: at most')
  expect(labelOf('en', 'toString')).toBe('toString')
})

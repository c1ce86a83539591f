/** Rules that read a list the practice signed: of medicine classes, and of the states it serves. */
import { describe, expect, test } from 'vitest'
import type { Limits } from '../protocol.ts'
import { hasClassFor } from './medicine-classes.ts'
import { isOutsideServedStates } from './served-states.ts'

describe('medicines with a signed action', () => {
  const limits: Limits = {
    medicines: {
      classes: [
        { class: 'theophylline', action: 'block' },
        { class: 'maoi', action: 'block' },
        { class: 'lithium', action: 'review' },
      ],
    },
  }
  const ask = (...classes: Parameters<typeof hasClassFor>[2] & object) =>
    hasClassFor('block', 'medicineClasses', classes, limits)

  test('are told by their classes, all of them, also beside one nobody signed', () => {
    expect(ask('maoi', 'lithium', 'theophylline', 'stimulant')).toEqual({
      ...{ holds: true, missing: [], evidence: { medicineClasses: 'maoi, theophylline' } },
    })
  })

  test('are none where every class has another action, or nothing is taken', () => {
    expect(ask('lithium')).toEqual({ holds: false, evidence: {}, missing: [] })
    expect(ask()).toEqual({ holds: false, evidence: {}, missing: [] })
  })

  test('cannot be told where a class was signed by nobody, and that class is named', () => {
    expect(ask('stimulant', 'lithium', 'naltrexone')).toEqual({
      holds: undefined,
      evidence: { medicineClasses: 'stimulant, naltrexone' },
      missing: [{ kind: 'limit', name: 'medicines.classes' }],
    })
    expect(hasClassFor('block', 'medicineClasses', ['maoi'], {}).holds).toBeUndefined()
  })

  test('cannot be told where nobody knows what is taken', () => {
    const { holds, evidence, missing } = hasClassFor('block', 'medicineClasses', undefined, limits)
    expect(holds).toBeUndefined()
    expect(Object.entries(evidence)).toEqual([['medicineClasses', undefined]])
    expect(missing).toEqual([{ kind: 'fact', name: 'medicineClasses' }])
  })
})

describe('a state', () => {
  const path = 'assessment.statesServed'
  const limits: Limits = { assessment: { statesServed: ['FL', 'NJ'] } }

  test.each([
    ['NJ', false],
    ['TX', true],
  ])('%s is outside those served: %s', (stateOfLocation, holds) => {
    expect(isOutsideServedStates({ stateOfLocation }, limits)).toEqual({
      ...{ holds, missing: [], evidence: { stateOfLocation, [path]: 'FL, NJ' } },
    })
  })

  test('nobody knows is missing, and so is a list nobody signed', () => {
    expect(isOutsideServedStates({}, limits)).toMatchObject({
      ...{ holds: undefined, missing: [{ kind: 'fact', name: 'stateOfLocation' }] },
    })
    expect(isOutsideServedStates({ stateOfLocation: 'NJ' }, {})).toMatchObject({
      ...{ holds: undefined, missing: [{ kind: 'limit', name: path }] },
    })
  })
})

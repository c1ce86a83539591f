/**
 * For the mutation run: properties look at the same few cases each time, however many they ask for. So a mutant is
 * killed or it is not, and a run ends.
 */
import type { IRawProperty, Parameters } from 'fast-check'
import { vi } from 'vitest'

const FEW = 100

vi.mock('fast-check', async (load) => {
  const { default: fc, ...rest } = await load<typeof import('fast-check')>()
  const assert = <Values>(property: IRawProperty<Values>, parameters: Parameters<Values> = {}) =>
    fc.assert(property, { seed: 1, ...parameters, numRuns: Math.min(parameters.numRuns ?? FEW, FEW) })
  return { ...rest, default: { ...fc, assert } }
})

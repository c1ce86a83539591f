/**
 * fast-check as the mutation run uses it: the same few cases each time, however many a property asks for, and no search
 * for the smallest example, which nobody reads. So a mutant is killed or it is not, and a run ends.
 */
import fc from 'fast-check'

const FEW = 100

const assert = (property, parameters = {}) =>
  fc.assert(property, {
    seed: 1,
    ...parameters,
    numRuns: Math.min(parameters.numRuns ?? FEW, FEW),
    endOnFailure: true,
  })

export const fewCases = { ...fc, assert }

/** For the mutation run: properties look at the same few cases each time, so that a mutant is killed or it is not. */
import fc from 'fast-check'

fc.configureGlobal({ seed: 1, numRuns: 40 })

/** What only a clinician records before a plan: the monitoring program, the encounter, what was measured or seen. */
import { NO_OR_YES, type Question } from './question.ts'

export const TELEHEALTH_BASES = [
  'in-person',
  'temporary-extension',
  'special-registration',
  'va',
  'referral',
  'none',
] as const

export const PDMP_SHOWS = ['opioid', 'benzodiazepine', 'other-ketamine'] as const

export const CLINICIAN_QUESTIONS = [
  { name: 'pdmpAskedOn', kind: 'day' },
  { name: 'pdmpShows', kind: 'several', options: PDMP_SHOWS, segment: 'substance-use' },
  { name: 'pdmpPrescribers', kind: 'number', from: 0, to: 99, segment: 'substance-use' },
  { name: 'encounter', kind: 'one-of', options: ['audio-video', 'in-person', 'audio-only'] },
  { name: 'stateOfLocation', kind: 'one-of', options: ['FL', 'NJ', 'elsewhere'] },
  { name: 'telehealthBasis', kind: 'one-of', options: TELEHEALTH_BASES },
  { name: 'telehealthBasisUntil', kind: 'day' },
  { name: 'weightKg', kind: 'measure', of: 'weight' },
  { name: 'stopBangRisk', kind: 'one-of', options: ['low', 'intermediate', 'high'] },
  { name: 'altNeeded', kind: 'one-of', options: NO_OR_YES },
  { name: 'altTenthsOfUpperLimit', kind: 'number', from: 0, to: 1000 },
  {
    name: 'pregnancyTest',
    kind: 'one-of',
    options: ['negative', 'positive', 'not-done'],
    segment: 'pregnancy',
  },
  { name: 'supportPersonConfirmed', kind: 'one-of', options: NO_OR_YES },
] as const satisfies readonly Question[]

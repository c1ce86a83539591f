/** The demo's practice. Invented, like everybody in it. */
import type { Limits } from '../app/clinical/protocol.ts'
import type { PracticeProfile } from '../app/database/practice-profile.ts'
import { INVENTED_LIMITS } from './demo-protocol.ts'

export const PRACTICE: { name: string; timeZone: string; profile: PracticeProfile } = {
  name: 'Harbour Street Clinic',
  timeZone: 'America/New_York',
  profile: {
    states: [
      { code: 'FL', name: 'Florida', counties: 67 },
      { code: 'NJ', name: 'New Jersey', counties: 21 },
    ],
    priceFromUsd: 250,
    phone: '(305) 555-0142',
    physician: {
      name: 'Dr. Maya Okafor',
      credentials: 'Board-certified in family medicine',
      licenceNote:
        'Licensed in Florida and New Jersey. Invented for the demo: there is no licence to look up.',
    },
  },
}

/**
 * Invented numbers, not medical advice. Nobody signed them for real people; a practice signs its own. Keys of
 * `signers` are those of practice/people.ts, the medical director last.
 */
export const PROTOCOL: {
  limits: Limits
  signers: readonly string[]
  signedDaysAgo: number
  validDays: number
} = {
  limits: INVENTED_LIMITS,
  signers: ['herrera', 'okafor'],
  signedDaysAgo: 120,
  validDays: 365,
}

/** What is being changed in it: a draft nobody has signed, and nothing goes by. */
export const NEXT_PROTOCOL: { limits: Limits; draftedBy: string; draftedDaysAgo: number } = {
  limits: {
    ...INVENTED_LIMITS,
    course: { ...INVENTED_LIMITS.course, minDaysBetweenSessions: 10 },
    session: { ...INVENTED_LIMITS.session, minimumObservationMinutes: 150 },
    instruments: {
      ...INVENTED_LIMITS.instruments,
      pcl5: { ...INVENTED_LIMITS.instruments.pcl5, worseningPoints: 8 },
    },
  },
  draftedBy: 'herrera',
  draftedDaysAgo: 3,
}

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

/** Invented numbers, not medical advice. Nobody signed them; a practice signs its own. */
export const PROTOCOL: { limits: Limits; signedBy: string; signedDaysAgo: number } = {
  limits: INVENTED_LIMITS,
  signedBy: 'Dr. Maya Okafor (invented)',
  signedDaysAgo: 120,
}

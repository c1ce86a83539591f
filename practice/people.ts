/** Everybody of the demo. All invented; times are days before today, so that the demo never ages. */
import type { PersonRole } from '../app/access/actor.ts'
import { ON_THEIR_WAY, type Way } from './ways/people.ts'

/** Where mail to one of them goes: nowhere. */
export const addressOf = (key: string) => `${key}@demo.invalid`

export type Staff = {
  key: string
  name: string
  credentials: string
  roles: PersonRole[]
  about: string
}

export const STAFF: readonly Staff[] = [
  {
    key: 'okafor',
    name: 'Dr. Maya Okafor',
    credentials: 'MD, family medicine',
    roles: ['prescriber', 'medical-director'],
    about: 'The practice’s physician. Her worklist has somebody whose month was harder.',
  },
  {
    key: 'herrera',
    name: 'Dr. Luis Herrera',
    credentials: 'MD, psychiatry',
    roles: ['prescriber'],
    about: 'Covers for Dr. Okafor, for some of her patients, until a date.',
  },
  {
    key: 'bell',
    name: 'Ana Bell',
    credentials: 'Care coordinator',
    roles: ['care-coordinator'],
    about: 'Calls, schedules and follows up. Sees names, and no clinical notes.',
  },
  {
    key: 'reyes',
    name: 'Tomás Reyes',
    credentials: 'LCSW, EMDR',
    roles: ['therapist'],
    about: 'Sam’s own therapist, outside the practice. One of his people took back access.',
  },
  {
    key: 'lindqvist',
    name: 'Ingrid Lindqvist',
    credentials: 'PhD, somatic work',
    roles: ['therapist'],
    about: 'Works alongside the practice with three people.',
  },
  {
    key: 'price',
    name: 'Jordan Price',
    credentials: 'Practice owner',
    roles: ['admin'],
    about: 'Runs the practice. Sees no patient’s record.',
  },
  {
    key: 'marsh',
    name: 'Elena Marsh',
    credentials: 'PharmD',
    roles: ['protocol-reviewer'],
    about: 'Reads the practice’s protocol from outside, and may sign it second. Sees no patient’s record.',
  },
]

export type Patient = {
  key: string
  givenName: string
  familyName: string
  pronouns: string | null
  bornOn: string
  state: 'FL' | 'NJ'
  place: string
  language: 'en' | 'es'
  about: string
  /** PCL-5 check-ins, oldest first. A total, or how many questions were answered before stopping. */
  checkIns: readonly ({ daysAgo: number } & ({ total: number } | { answered: number; skipped: number }))[]
  therapist?: 'reyes' | 'lindqvist'
  /** Where on their way through the programme they are, for those who are on it. */
  way?: Way
}

const WITH_CHECK_INS: readonly Patient[] = [
  {
    ...{ key: 'sam', givenName: 'Sam', familyName: 'Alvarez', pronouns: 'they/them', bornOn: '1985-05-02' },
    ...{ state: 'FL', place: 'Fort Lauderdale', language: 'en', therapist: 'reyes' },
    about: 'Four check-ins, the last one harder than before. Another is due.',
    checkIns: [
      { daysAgo: 128, total: 52 },
      { daysAgo: 97, total: 44 },
      { daysAgo: 66, total: 38 },
      { daysAgo: 33, total: 51 },
    ],
  },
  {
    ...{
      key: 'nina',
      givenName: 'Nina',
      familyName: 'Castellanos',
      pronouns: 'she/her',
      bornOn: '1992-11-19',
    },
    ...{ state: 'FL', place: 'Hialeah', language: 'es', therapist: 'lindqvist' },
    about: 'Reads the pages in Spanish. Her first check-in is waiting.',
    checkIns: [],
  },
  {
    ...{ key: 'walter', givenName: 'Walter', familyName: 'Briggs', pronouns: 'he/him', bornOn: '1957-02-08' },
    ...{ state: 'NJ', place: 'Trenton', language: 'en' },
    about: 'Stopped half-way in his last check-in. That is a finding, never a zero.',
    checkIns: [
      { daysAgo: 62, total: 41 },
      { daysAgo: 9, answered: 11, skipped: 2 },
    ],
  },
  {
    ...{ key: 'priya', givenName: 'Priya', familyName: 'Raman', pronouns: 'she/her', bornOn: '1989-07-30' },
    ...{ state: 'NJ', place: 'Edison', language: 'en', therapist: 'lindqvist' },
    about: 'Getting on, with a dip on the way.',
    checkIns: [
      { daysAgo: 150, total: 58 },
      { daysAgo: 119, total: 49 },
      { daysAgo: 88, total: 53 },
      { daysAgo: 57, total: 37 },
      { daysAgo: 26, total: 29 },
    ],
  },
  {
    ...{
      key: 'dawn',
      givenName: 'Dawn',
      familyName: 'Whitefeather',
      pronouns: 'she/her',
      bornOn: '1978-01-23',
    },
    ...{ state: 'FL', place: 'Tampa', language: 'en' },
    about: 'Steady over four months.',
    checkIns: [
      { daysAgo: 121, total: 36 },
      { daysAgo: 90, total: 38 },
      { daysAgo: 58, total: 35 },
      { daysAgo: 27, total: 37 },
    ],
  },
  {
    ...{ key: 'marcus', givenName: 'Marcus', familyName: 'Boone', pronouns: 'he/him', bornOn: '1990-09-14' },
    ...{ state: 'FL', place: 'Jacksonville', language: 'en', therapist: 'reyes' },
    about: 'His check-in three days ago was much harder than his first.',
    checkIns: [
      { daysAgo: 34, total: 40 },
      { daysAgo: 3, total: 63 },
    ],
  },
  {
    ...{ key: 'lena', givenName: 'Lena', familyName: 'Hoffmann', pronouns: 'she/they', bornOn: '1996-03-03' },
    ...{ state: 'NJ', place: 'Hoboken', language: 'en' },
    about: 'One check-in so far.',
    checkIns: [{ daysAgo: 12, total: 47 }],
  },
  {
    ...{ key: 'joao', givenName: 'João', familyName: 'Mendes', pronouns: 'he/him', bornOn: '1971-12-11' },
    ...{ state: 'NJ', place: 'Newark', language: 'en' },
    about: 'A little up, a little down: usual change.',
    checkIns: [
      { daysAgo: 95, total: 33 },
      { daysAgo: 64, total: 38 },
      { daysAgo: 31, total: 31 },
    ],
  },
  {
    ...{ key: 'grace', givenName: 'Grace', familyName: 'Okonkwo', pronouns: 'she/her', bornOn: '1983-06-27' },
    ...{ state: 'FL', place: 'Orlando', language: 'en' },
    about: 'Skipped many questions, which is hers to do.',
    checkIns: [{ daysAgo: 6, answered: 4, skipped: 16 }],
  },
  {
    ...{ key: 'tyler', givenName: 'Tyler', familyName: 'Nguyen', pronouns: 'he/him', bornOn: '1999-10-05' },
    ...{ state: 'FL', place: 'Gainesville', language: 'en' },
    about: 'New. Nothing handed in yet.',
    checkIns: [],
  },
  {
    ...{ key: 'rosa', givenName: 'Rosa', familyName: 'Delgado', pronouns: 'ella', bornOn: '1966-04-18' },
    ...{ state: 'FL', place: 'Miami', language: 'es', therapist: 'lindqvist' },
    about: 'Reads in Spanish. Slowly better.',
    checkIns: [
      { daysAgo: 100, total: 55 },
      { daysAgo: 69, total: 50 },
      { daysAgo: 38, total: 46 },
    ],
  },
  {
    ...{ key: 'ellis', givenName: 'Ellis', familyName: 'Carter', pronouns: null, bornOn: '1987-08-21' },
    ...{ state: 'NJ', place: 'Camden', language: 'en' },
    about: 'Better, then back near the start.',
    checkIns: [
      { daysAgo: 110, total: 49 },
      { daysAgo: 79, total: 34 },
      { daysAgo: 48, total: 46 },
    ],
  },
]

export const PATIENTS: readonly Patient[] = [...WITH_CHECK_INS, ...ON_THEIR_WAY]

export type SupportPerson = { key: string; name: string; of: string; relationship: string; about: string }

export const SUPPORT_PEOPLE: readonly SupportPerson[] = [
  { key: 'jo', name: 'Jo Lindgren', of: 'sam', relationship: 'friend', about: 'Stays with Sam on the day.' },
  { key: 'mei', name: 'Mei Nguyen', of: 'tyler', relationship: 'sister', about: 'Tyler’s sister.' },
]

/** Patients Dr. Herrera covers, and for how many more days. */
export const COVER: { patients: readonly string[]; days: number } = {
  patients: ['sam', 'marcus', 'priya'],
  days: 14,
}

/** Access that was taken back: shown so that one can see that it is gone. */
export const REVOKED: readonly { patient: string; staff: string }[] = [{ patient: 'dawn', staff: 'reyes' }]

/** The demo’s people on their way through the programme: one in each state somebody stays in. All invented. */
import type { EnrolmentState } from '../../app/clinical/enrolment.ts'
import type { Patient } from '../people.ts'

export type Way = {
  /** Nobody stays in *assessed*: registering takes both steps at once. */
  state: Exclude<EnrolmentState, 'assessed'>
  /** From the founding to when their session begins, or would if all went on. Negative: it has been. */
  hoursToSession: number
  /** Who is there with them, and who comes if that person cannot. */
  support: string
  backup: string
  /** One line about the first of them, for those whom a visitor can be. */
  aboutSupport?: string
}

export const ON_THEIR_WAY: readonly (Patient & { way: Way })[] = [
  {
    ...{ key: 'nora', givenName: 'Nora', familyName: 'Lindahl', pronouns: 'she/her', bornOn: '1988-03-12' },
    ...{ state: 'FL', place: 'Naples', language: 'en', checkIns: [] },
    about: 'Registered. The four agreements are waiting to be read.',
    way: { state: 'registered', hoursToSession: 372, support: 'Per Lindahl', backup: 'Asa Berg' },
  },
  {
    ...{ key: 'omar', givenName: 'Omar', familyName: 'Haddad', pronouns: 'he/him', bornOn: '1979-10-30' },
    ...{ state: 'NJ', place: 'Paterson', language: 'en', checkIns: [] },
    about: 'Signed the agreements, and is half-way through telling about himself.',
    way: { state: 'consented', hoursToSession: 348, support: 'Lina Haddad', backup: 'Karim Aziz' },
  },
  {
    ...{ key: 'ruth', givenName: 'Ruth', familyName: 'Abernathy', pronouns: 'she/her', bornOn: '1970-05-17' },
    ...{ state: 'FL', place: 'Ocala', language: 'en', checkIns: [] },
    about: 'Handed in what she told. Nobody has looked at it yet.',
    way: { state: 'intake-complete', hoursToSession: 324, support: 'Paul Abernathy', backup: 'Dee Moss' },
  },
  {
    ...{ key: 'kofi', givenName: 'Kofi', familyName: 'Asante', pronouns: 'he/him', bornOn: '1993-01-25' },
    ...{ state: 'NJ', place: 'Union City', language: 'en', checkIns: [] },
    about: 'Dr. Okafor is going through what he told.',
    way: { state: 'in-review', hoursToSession: 302, support: 'Ama Asante', backup: 'Ben Tull' },
  },
  {
    ...{
      key: 'iris',
      givenName: 'Iris',
      familyName: 'Vandermeer',
      pronouns: 'she/her',
      bornOn: '1962-08-09',
    },
    ...{ state: 'FL', place: 'Sarasota', language: 'en', checkIns: [] },
    about: 'The program was not right for her now. She reads about other ways.',
    way: { state: 'declined', hoursToSession: 192, support: 'Hans Vandermeer', backup: 'Jill Orr' },
  },
  {
    ...{ key: 'paolo', givenName: 'Paolo', familyName: 'Ricci', pronouns: 'he/him', bornOn: '1981-12-02' },
    ...{ state: 'NJ', place: 'Bayonne', language: 'en', checkIns: [] },
    about: 'Has a signed plan. What was ordered is on its way.',
    way: { state: 'accepted', hoursToSession: 264, support: 'Carla Ricci', backup: 'Nico Ferri' },
  },
  {
    ...{ key: 'hana', givenName: 'Hana', familyName: 'Sato', pronouns: 'she/her', bornOn: '1995-06-20' },
    ...{ state: 'FL', place: 'Pensacola', language: 'en', checkIns: [] },
    about: 'Getting ready. Two people were asked to be there, and have not answered.',
    way: { state: 'supplied', hoursToSession: 180, support: 'Yuki Sato', backup: 'Kenji Mori' },
  },
  {
    ...{ key: 'leon', givenName: 'Leon', familyName: 'Baptiste', pronouns: 'he/him', bornOn: '1976-02-14' },
    ...{ state: 'FL', place: 'West Palm Beach', language: 'en', checkIns: [], therapist: 'reyes' },
    about: 'Everything is ready, and the session is in three days.',
    way: { state: 'ready', hoursToSession: 72, support: 'Marie Baptiste', backup: 'Theo Noel' },
  },
  {
    ...{ key: 'anya', givenName: 'Anya', familyName: 'Petrova', pronouns: 'she/her', bornOn: '1984-11-06' },
    ...{ state: 'NJ', place: 'Fair Lawn', language: 'en', checkIns: [] },
    about: 'It is the day. Her half of the check is in; the other half is missing.',
    way: {
      ...{ state: 'session-day', hoursToSession: 0.9, support: 'Lev Petrov', backup: 'Olga Volkova' },
      aboutSupport: 'Beside Anya, whose session is in an hour. His half of the check is missing.',
    },
  },
  {
    ...{
      key: 'desmond',
      givenName: 'Desmond',
      familyName: 'Clarke',
      pronouns: 'he/him',
      bornOn: '1991-04-28',
    },
    ...{ state: 'FL', place: 'Kissimmee', language: 'en', checkIns: [] },
    about: 'In a session, with his brother beside him.',
    way: {
      ...{ state: 'in-session', hoursToSession: -0.8, support: 'Andre Clarke', backup: 'Joy Clarke' },
      aboutSupport: 'Beside his brother Desmond, in a session. He looks in, and writes it down.',
    },
  },
  {
    ...{
      key: 'maribel',
      givenName: 'Maribel',
      familyName: 'Fuentes',
      pronouns: 'she/her',
      bornOn: '1974-09-01',
    },
    ...{ state: 'FL', place: 'Coral Gables', language: 'en', checkIns: [] },
    about: 'Coming back slowly. The list at the end is not filled in yet.',
    way: {
      ...{ state: 'recovering', hoursToSession: -2.4, support: 'Elena Fuentes', backup: 'Luz Ortega' },
      aboutSupport: 'Beside Maribel, who is coming back. The list at the end is hers to fill in.',
    },
  },
  {
    ...{ key: 'jonah', givenName: 'Jonah', familyName: 'Weiss', pronouns: 'he/him', bornOn: '1986-07-11' },
    ...{ state: 'NJ', place: 'Montclair', language: 'en', checkIns: [], therapist: 'reyes' },
    about: 'Two days after a session. Talks about it with Tomás Reyes next.',
    way: { state: 'integrating', hoursToSession: -44, support: 'Miriam Weiss', backup: 'Eli Stern' },
  },
  {
    ...{ key: 'amara', givenName: 'Amara', familyName: 'Okeke', pronouns: 'she/her', bornOn: '1998-02-03' },
    ...{ state: 'NJ', place: 'East Orange', language: 'en', checkIns: [] },
    about: 'It is time to look at the whole plan again.',
    way: { state: 're-evaluation-due', hoursToSession: -192, support: 'Chidi Okeke', backup: 'Ngozi Eze' },
  },
  {
    ...{ key: 'colin', givenName: 'Colin', familyName: 'Maguire', pronouns: 'he/him', bornOn: '1968-10-19' },
    ...{ state: 'NJ', place: 'Red Bank', language: 'en', checkIns: [] },
    about: 'Takes a break. His session was called off with it.',
    way: { state: 'paused', hoursToSession: 48, support: 'Sheila Maguire', backup: 'Pat Dunne' },
  },
  {
    ...{ key: 'vera', givenName: 'Vera', familyName: 'Kowalski', pronouns: 'she/her', bornOn: '1969-12-24' },
    ...{ state: 'FL', place: 'Clearwater', language: 'en', checkIns: [], therapist: 'reyes' },
    about: 'Has finished, and reads what to do if it returns.',
    way: { state: 'completed', hoursToSession: -480, support: 'Adam Kowalski', backup: 'Ewa Nowak' },
  },
  {
    ...{ key: 'silas', givenName: 'Silas', familyName: 'Greene', pronouns: 'he/him', bornOn: '1990-08-15' },
    ...{ state: 'FL', place: 'Tallahassee', language: 'en', checkIns: [] },
    about: 'Moved away and left the program. His record stays his.',
    way: { state: 'discharged', hoursToSession: 96, support: 'June Greene', backup: 'Walt Hobbs' },
  },
]

/** Those beside them whom a visitor can be. Their accounts are there before anybody asks them. */
export const LISTED_BESIDE = ON_THEIR_WAY.flatMap(({ key, way: { support, aboutSupport } }) =>
  aboutSupport === undefined ? [] : [{ key: `${key}-support`, name: support, about: aboutSupport }],
)

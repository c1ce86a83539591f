import type { AskFor } from '../../clinical/intake/ask-for.ts'
import type { TelehealthBasis } from '../../clinical/intake/telehealth-basis.ts'
import type { QuestionText } from './intake-questions.ts'

const noYes = { no: 'No', yes: 'Yes' }

/** Legal bases of a Schedule III order by telehealth. */
export const basisNames: Readonly<Record<TelehealthBasis, string>> = {
  'in-person': 'In-person evaluation',
  'temporary-extension': 'Temporary extension',
  'special-registration': 'Special registration',
  va: 'VA',
  referral: 'Referral',
  none: 'None',
}

/** Questions of the form that a clinician fills in, by name. */
const questions: Readonly<Record<string, QuestionText>> = {
  pdmpAskedOn: { ask: 'Monitoring program asked on', hint: 'E-FORCSE in Florida, NJPMP in New Jersey.' },
  pdmpShows: {
    ask: 'It shows',
    options: {
      opioid: 'An opioid',
      benzodiazepine: 'A benzodiazepine',
      'other-ketamine': 'Ketamine from elsewhere',
    },
  },
  pdmpPrescribers: { ask: 'Prescribers of controlled substances within the protocol’s window' },
  encounter: {
    ask: 'Encounter',
    options: { 'audio-video': 'Sound and picture', 'in-person': 'In person', 'audio-only': 'Sound alone' },
  },
  stateOfLocation: {
    ask: 'State where the patient was at the encounter, as attested',
    options: { FL: 'Florida', NJ: 'New Jersey', elsewhere: 'Elsewhere' },
  },
  telehealthBasis: {
    ask: 'Legal basis of a Schedule III order by telehealth',
    options: basisNames,
  },
  telehealthBasisUntil: {
    ask: 'Basis holds through',
    hint: 'Its last day. Only an in-person evaluation may be left without one: any other then counts as not known.',
  },
  weightKg: { ask: 'Weight as checked', hint: 'With its unit. It goes before what the patient wrote.' },
  stopBangRisk: {
    ask: 'STOP-BANG risk, from the practice’s own licensed form',
    options: { low: 'Low', intermediate: 'Intermediate', high: 'High' },
  },
  altNeeded: { ask: 'ALT needed', options: noYes },
  altTenthsOfUpperLimit: {
    ask: 'ALT, tenths of the laboratory’s upper limit',
    hint: '10 is the limit itself, 15 is one and a half times.',
  },
  pregnancyTest: {
    ask: 'Pregnancy test',
    options: { negative: 'Negative', positive: 'Positive', 'not-done': 'Not done' },
  },
  supportPersonConfirmed: { ask: 'Support person spoken with and confirmed', options: noYes },
  storage: {
    ask: 'Storage at home, as confirmed with the patient',
    hint: 'It goes before what the patient told. All four before a first order.',
    options: {
      lockbox: 'A box that locks',
      'away-from-children': 'Out of reach of children, or none there',
      'away-from-pets': 'Out of reach of pets, or none there',
      'weapons-locked': 'Weapons locked away, or none there',
    },
  },
}

const askFor: Record<AskFor, string> = {
  medicines: 'The list of medicines',
  readings: 'Blood pressure at home',
  history: 'Health and conditions',
  'hard-things': 'Hard things, without details',
  home: 'Home and support person',
  'last-questions': 'The questions about safety',
  talk: 'A talk before going on',
}

/** The prescriber's review of an intake. Exact, for clinicians. */
export const review = {
  link: 'Intake and review',
  title: 'Intake and review',
  back: 'Patient page',
  plan: 'Draft and sign the plan',
  handedIn: 'Handed in',
  notHandedIn: 'Not handed in yet.',
  notBegun: 'No intake is open for this patient.',
  take: { title: 'Next', button: 'Take into review', hint: 'The patient reads that you are looking at it.' },
  ask: {
    title: 'Ask for more',
    what: 'About what. The patient reads it as a kind question.',
    options: askFor,
    note: 'Note for the record. The patient does not read it.',
    button: 'Ask the patient',
  },
  decline: {
    title: 'Decline',
    reason: 'Reason, for the record. The patient reads other ways, and never this text.',
    button: 'Decline',
    needed: 'A reason is needed.',
  },
  findings: {
    title: 'Findings of the intake, strongest first',
    none: 'No open finding.',
    noneHint: 'Every rule of groups B and S was judged. None is open.',
    notJudged: 'Nothing was judged: the intake is not handed in. That is not the same as clear.',
    closed: 'No longer holding',
    anew: {
      'answered-anew': 'Closed: the patient answered anew.',
      'recorded-anew': 'Closed: recorded anew by a clinician.',
    },
  },
  record: {
    title: 'What a clinician records',
    hint: 'Leave open what is not known. Recording judges the intake again.',
    button: 'Record and judge again',
    prescribers: (days: number | undefined) =>
      days === undefined
        ? 'Prescribers of controlled substances. How many days back is not signed'
        : `Prescribers of controlled substances in the last ${days} days`,
    apart: 'Recorded, and kept apart. Left open here, it stays as it is.',
    lookUp:
      'Recorded, and kept apart. Left open here, it stays as it is. With another day of the look-up, left open means not known.',
    unclear: 'Not recorded: one answer could not be read.',
    oldBasis: 'From an earlier record, and nothing goes by it yet: it counts once it is recorded again.',
  },
  answers: {
    title: 'What the patient told',
    notTold: 'Not told yet.',
    assessment: {
      title: 'Free assessment, before registering',
      source: 'Answered without an account, and kept by their own choice at registration.',
    },
    notReached: 'not answered',
    declined: { now: 'prefers not to say', 'for-good': 'asked not to be asked again' },
    none: 'none of these',
    way: { later: 'wants to be asked when somebody is there', never: 'asked not to be asked this' },
    scores: {
      total: (total: string) => `Total ${total}`,
      noTotal: 'No total: not complete',
      outcome: (outcome: string) => `Outcome: ${outcome}`,
      mean: (mean: string) => `Mean ${mean}`,
    },
    askedBy: (language: string, version: string) => `Asked in ${language}, by text version ${version}`,
    asked: { none: 'None', declined: 'Not said' },
    taking: {
      taking: 'Takes it',
      stopped: 'Stopped',
      'not-known': 'Not sure',
      unsaid: 'Not said whether taken',
    },
  },
  segments: {
    title: 'Kept apart',
    hint: 'Opening one is kept on record, with your name and the time. The patient can see that.',
    open: (segment: string) => `Open: ${segment}`,
    names: {
      'substance-use': 'Substances',
      'partner-safety': 'Safety at home',
      pregnancy: 'Pregnancy',
    },
    confidential: 'Confidential. Never shown to the support person.',
  },
  questions,
}

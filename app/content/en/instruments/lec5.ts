import type { EventType, Exposure } from '../../../clinical/instruments/lec5.ts'

/**
 * Life Events Checklist for DSM-5 (LEC-5): the seventeen kinds of event and the ways of having met one, in the
 * words of the form. Weathers, Blake, Schnurr, Kaloupek, Marx and Keane, 2013, US National Center for PTSD: a work of
 * the US Government. The framing is our own and asks for no story. docs/clinical/lec5.md
 */
const events: Record<EventType, string> = {
  'natural-disaster': 'Natural disaster (for example, flood, hurricane, tornado, earthquake)',
  'fire-or-explosion': 'Fire or explosion',
  'transportation-accident':
    'Transportation accident (for example, car accident, boat accident, train wreck, plane crash)',
  'serious-accident': 'Serious accident at work, home, or during recreational activity',
  'toxic-substance': 'Exposure to toxic substance (for example, dangerous chemicals, radiation)',
  'physical-assault': 'Physical assault (for example, being attacked, hit, slapped, kicked, beaten up)',
  'assault-with-a-weapon':
    'Assault with a weapon (for example, being shot, stabbed, threatened with a knife, gun, bomb)',
  'sexual-assault':
    'Sexual assault (rape, attempted rape, made to perform any type of sexual act through force or threat of harm)',
  'other-sexual-experience': 'Other unwanted or uncomfortable sexual experience',
  'combat-or-war-zone': 'Combat or exposure to a war-zone (in the military or as a civilian)',
  captivity: 'Captivity (for example, being kidnapped, abducted, held hostage, prisoner of war)',
  'life-threatening-illness-or-injury': 'Life-threatening illness or injury',
  'severe-human-suffering': 'Severe human suffering',
  'sudden-violent-death': 'Sudden violent death (for example, homicide, suicide)',
  'sudden-accidental-death': 'Sudden accidental death',
  'harm-caused-to-someone': 'Serious injury, harm, or death you caused to someone else',
  other: 'Any other very stressful event or experience',
}

const exposures: Record<Exposure, string> = {
  'happened-to-me': 'Happened to me',
  witnessed: 'Witnessed it',
  'learned-about': 'Learned about it',
  'part-of-my-job': 'Part of my job',
}

export const lec5 = {
  title: 'Kinds of hard events',
  why: 'Only if you want. A kind of event is enough: nobody asks what happened.',
  note: 'The list names hard things plainly, sexual violence and death among them. You can skip all of it and talk with your clinician instead.',
  /** What the person must know when the list is in another language than the page. */
  untranslated: null as string | null,
  wordingLanguage: 'en',
  notice: 'Weathers and others, 2013. US National Center for PTSD, www.ptsd.va.gov.',
  events,
  exposures,
  notSure: 'Not sure',
  doesNotApply: 'Doesn’t apply',
  /** Instead of the list. */
  ratherTalk: 'I prefer to talk about this with my clinician',
  atLeastOne: 'Yes to at least one of these, no details',
}

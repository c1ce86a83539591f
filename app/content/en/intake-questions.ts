/** One question in a patient's words. `options` by the word that is stored. */
export type QuestionText = { ask: string; hint?: string; options?: Readonly<Record<string, string>> }

const noYes = { no: 'No', yes: 'Yes' }
const noYesUnsure = { ...noYes, 'not-sure': 'I am not sure' }
const often = {
  never: 'Never',
  'less-than-monthly': 'Less than once a month',
  monthly: 'About once a month',
  weekly: 'About once a week',
  daily: 'Every day, or almost',
}

/** The questions of our own, by name. Those of a local set stand with its instrument. */
export const intakeQuestions: Readonly<Record<string, QuestionText>> = {
  sexAtBirth: {
    ask: 'What sex were you assigned at birth?',
    hint: 'We ask this only about your body. It does not say who you are.',
    options: { female: 'Female', male: 'Male', intersex: 'Intersex' },
  },
  heightCm: { ask: 'How tall are you?', hint: 'Such as 5 ft 6 in, or 168 cm.' },
  weightKg: { ask: 'How much do you weigh?', hint: 'Such as 150 lb, or 68 kg. A rough number is fine.' },
  firstUpper: { ask: 'First day: the upper number', hint: 'Sit for five minutes first. Such as 128.' },
  firstLower: { ask: 'First day: the lower number', hint: 'Such as 78.' },
  secondUpper: { ask: 'Another day: the upper number', hint: 'Not there yet? Leave it open and come back.' },
  secondLower: { ask: 'Another day: the lower number' },
  heartConditions: {
    ask: 'Has a doctor ever found one of these?',
    options: {
      aneurysm: 'A bulge in a blood vessel (aneurysm)',
      'arteriovenous-malformation': 'Tangled blood vessels (AVM)',
      'aortic-dissection': 'A tear in the main blood vessel',
      'brain-haemorrhage': 'Bleeding in the brain',
      'stroke-or-tia-recent': 'A stroke or small stroke in the past 6 months',
      'heart-attack-recent': 'A heart attack in the past 6 months',
      'unstable-angina': 'Chest pain that comes at rest',
      'uncontrolled-hypertension': 'High blood pressure that stays high',
      'decompensated-heart-failure': 'A weak heart, with water in the legs or lungs',
      'serious-arrhythmia': 'A serious problem with the beat of the heart',
    },
  },
  otherConditions: {
    ask: 'And one of these?',
    options: {
      'severe-liver-disease': 'A severe illness of the liver',
      'raised-pressure-in-head': 'Too much pressure in the head',
      'head-injury-with-symptoms': 'A head injury you still feel',
      'angle-closure-glaucoma': 'High pressure in the eye (narrow-angle glaucoma)',
      seizures: 'Seizures',
      'untreated-thyroid': 'An overactive thyroid that is not treated',
    },
  },
  ketamineAllergy: {
    ask: 'Have you ever had an allergy to ketamine, or to something in it?',
    options: noYesUnsure,
  },
  couldBePregnant: { ask: 'Could you be pregnant, or become pregnant soon?', options: noYesUnsure },
  pregnancyTest: {
    ask: 'Have you done a pregnancy test in the past few days?',
    options: { negative: 'Yes, not pregnant', positive: 'Yes, pregnant', 'not-done': 'Not done' },
  },
  breastfeeding: { ask: 'Are you breastfeeding?', options: noYes },
  kinds: {
    ask: 'What kind of hard thing was it? Choose any that fit. No details are needed.',
    hint: 'Leave it open if you like. It is enough to know that something was hard.',
    options: {
      childhood: 'Something in my childhood',
      violence: 'Violence',
      sexual: 'Something sexual I did not want',
      accident: 'An accident',
      loss: 'A loss',
      illness: 'An illness or a time in the hospital',
      service: 'In the service, or at work',
      disaster: 'A disaster, a war or having to flee',
      other: 'Something else',
    },
  },
  roughTime: {
    ask: 'When was it, roughly?',
    options: {
      'as-a-child': 'As a child',
      'as-a-grown-up': 'As a grown-up',
      both: 'Both',
      'still-going-on': 'It is still going on',
    },
  },
  ptsdDiagnosis: { ask: 'Has a doctor or therapist said that you have PTSD now?', options: noYesUnsure },
  recentEvent: {
    ask: 'Was there something very hard not long ago, such as a death, an attack, or hurting yourself?',
    hint: 'We only ask when. It is about good timing.',
    options: {
      'this-week': 'In the past seven days',
      'this-month': 'One to four weeks ago',
      'three-months': 'One to three months ago',
      no: 'No, or longer ago',
    },
  },
  hardAnniversary: { ask: 'Is a hard day of the year coming up in the next few weeks?', options: noYes },
  unreal: {
    ask: 'Do you sometimes feel unreal, or lose time?',
    options: { never: 'Never', sometimes: 'Sometimes', often: 'Often', 'most-days': 'Most days' },
  },
  dissociativeDisorder: {
    ask: 'Has a doctor or therapist said that you have a dissociative disorder?',
    options: noYesUnsure,
  },
  therapist: {
    ask: 'Do you have a therapist now?',
    options: {
      'yes-knows': 'Yes, and they know about this treatment',
      'yes-does-not-know': 'Yes, and they do not know about it yet',
      no: 'Not now',
    },
  },
  triggers: {
    ask: 'What should be out of sight or left out?',
    hint: 'Such as a smell, a song, a word, a kind of touch.',
  },
  calms: { ask: 'What calms you?', hint: 'Such as a blanket, a voice, a pet, open windows.' },
  goodWords: { ask: 'Which words help you when it is hard?' },
  badWords: { ask: 'Which words should nobody say to you?' },
  drugs: {
    ask: 'In the past year, how often did you use drugs, such as cannabis, cocaine or others?',
    options: often,
  },
  medicinesBeyond: {
    ask: 'In the past year, how often did you take a medicine in a different way than your doctor said?',
    hint: 'Such as more of it, more often, or one that was for someone else.',
    options: often,
  },
  dependence: { ask: 'Is there something you cannot do without now, even when you try?', options: noYes },
  opioidDisorder: {
    ask: 'Have you ever had a hard time with opioids, such as pain pills or heroin?',
    options: noYes,
  },
  supportPerson: {
    ask: 'Do you have someone in mind who could be with you at home?',
    hint: 'A grown-up who stays sober that day. You do not need to ask them yet.',
    options: { somebody: 'Yes', perhaps: 'Perhaps', nobody: 'Not yet' },
  },
  storage: {
    ask: 'How could you keep a medicine at home? Choose all that fit.',
    options: {
      lockbox: 'I have, or will get, a box that locks',
      'away-from-children': 'No child can reach it, or no child is here',
      'away-from-pets': 'No pet can reach it, or no pet is here',
      'weapons-locked': 'Weapons are locked away, or there are none',
    },
  },
  voiceLine: { ask: 'Does your phone ring and work for calls there?', options: noYes },
  state: {
    ask: 'What state are you in now?',
    options: { FL: 'Florida', NJ: 'New Jersey', elsewhere: 'Somewhere else' },
  },
  addressFound: {
    ask: 'Is there an address that helpers could find?',
    options: noYes,
  },
  street: {
    ask: 'Street address and town where you would be',
    hint: 'For helpers, if you need them. Your doctors see it.',
  },
  phone: {
    ask: 'A phone number where we can reach you',
    hint: 'Your doctors call it when something cannot wait.',
  },
  safeAtHome: { ask: 'Do you feel safe at home?', options: noYes },
  fearsSupportPerson: {
    ask: 'Are you ever afraid of the person who would be with you?',
    options: noYes,
  },
}

/** What is asked on the day of a session and on the day after, by the questions' names. */
export const dayQuestions: Readonly<
  Record<string, { ask: string; options?: Readonly<Record<string, string>> }>
> = {
  ownWord: {
    ask: 'In your own word: what kind of day is it?',
    options: { fine: 'A day I can go on', hard: 'A very hard day', 'not-today': 'Not today' },
  },
  distress: { ask: 'How much distress do you feel right now? 0 is calm, 10 is the worst.' },
  usualDistress: { ask: 'And on a usual day for you, 0 to 10?' },
  sleptHours: { ask: 'How many hours did you sleep last night?' },
  foodHours: { ask: 'How many hours ago did you last eat?' },
  drinkMinutes: { ask: 'How many minutes ago did you last drink something clear?' },
  taken: {
    ask: 'Did you take any of these?',
    // Each with the hours of the protocol: own-day.ts
    options: { 'not-sure': 'I am not sure' },
  },
  ill: {
    ask: 'Do you have any of these today?',
    options: {
      fever: 'A fever',
      vomited: 'Throwing up',
      cough: 'A cough',
      'head-injury': 'A blow to the head',
    },
  },
  since: {
    ask: 'Since we last asked, any of these?',
    options: {
      voices: 'Hearing or believing things that others find strange',
      'much-energy': 'Little sleep and much more energy',
      'bladder-pain': 'Pain when passing urine',
      'blood-in-urine': 'Blood in the urine',
      'heart-event': 'Something new with your heart, or a stroke',
      'new-diagnosis': 'A new mental health diagnosis',
    },
  },
  medicineChange: {
    ask: 'Since we last asked: has anything changed in the medicines or herbs you take?',
    options: { started: 'I started one', stopped: 'I stopped one' },
  },
  newMedicineName: { ask: 'Which one did you start?' },
  stoppedMedicineName: { ask: 'Which one did you stop?' },
  alpha: {
    ask: 'Do you take prazosin, doxazosin, clonidine, guanfacine or one like them?',
    options: { no: 'No', yes: 'Yes' },
  },
  alphaHours: { ask: 'How many hours ago did you last take it?' },
  alphaMissed: { ask: 'Did you miss a usual one?', options: { no: 'No', yes: 'Yes' } },
  pregnant: {
    ask: 'Could you be pregnant?',
    options: { 'does-not-apply': 'Does not apply to me', no: 'No', possible: 'It is possible' },
  },
  pregnancyTest: {
    ask: 'What did a test say?',
    options: { negative: 'Negative', positive: 'Positive', 'not-done': 'No test done' },
  },
  pregnancyTestHours: { ask: 'How many hours ago was the test?' },
  periodLate: { ask: 'Is your period late?', options: { no: 'No', yes: 'Yes' } },
  dependants: {
    ask: 'Are you the only one looking after a child, or someone who needs you, until tomorrow?',
    options: { no: 'No', yes: 'Yes' },
  },
  drives: {
    ask: 'Do you plan to drive before tomorrow, or before you have slept?',
    options: { no: 'No', yes: 'Yes' },
  },
  inState: {
    ask: 'What state are you in now?',
    options: { FL: 'Florida', NJ: 'New Jersey', elsewhere: 'Somewhere else' },
  },
  here: { ask: 'Are you there, in the same home?', options: { no: 'No', yes: 'Yes' } },
  sober: { ask: 'Are you sober, and will you stay so?', options: { no: 'No', yes: 'Yes' } },
  ageYears: { ask: 'How old are you?' },
  phone: {
    ask: 'Call the clinic’s number once. Did the call go through?',
    options: { no: 'No', yes: 'Yes' },
  },
  address: { ask: 'Do you know the address to tell 911?', options: { no: 'No', yes: 'Yes' } },
  contact: { ask: 'Is the emergency contact right today?', options: { no: 'No', yes: 'Yes' } },
  firstUpper: { ask: 'Blood pressure, first time: upper number' },
  firstLower: { ask: 'First time: lower number' },
  secondUpper: { ask: 'Blood pressure, a minute later: upper number' },
  secondLower: { ask: 'A minute later: lower number' },
  pulse: { ask: 'Pulse' },
  oxygen: { ask: 'Oxygen, in percent' },
  breaths: { ask: 'Breaths in one minute' },
  temperature: { ask: 'Temperature, if you have a thermometer' },
  standingUpper: { ask: 'Blood pressure standing, if the plan asks for it: upper number' },
  lightHeaded: { ask: 'Dizzy when standing up?', options: { no: 'No', yes: 'Yes' } },
  deviceFault: { ask: 'Did a device not work?', options: { no: 'No', yes: 'Yes' } },
  rested: { ask: 'Were these readings taken again after a rest?', options: { no: 'No', yes: 'Yes' } },
  units: { ask: 'Count the units in the box. How many are there?' },
  waking: {
    ask: 'Say their name in a normal voice. What happens?',
    options: {
      'at-once': 'Answers at once',
      'when-spoken-to': 'Sleepy, answers when spoken to',
      'when-called-loudly': 'Answers only when called loudly or several times',
      not: 'Does not answer, or only to shaking',
    },
  },
  signs: {
    ask: 'Do you see any of these?',
    options: {
      hasChestPain: 'Chest pain',
      hasStrokeSign: 'Face, arm or speech not as usual',
      hasSevereHeadache: 'A very bad headache',
      hasVisionChange: 'A change in their eyesight',
      isBlueOrGasping: 'Blue lips, gasping, or long pauses between breaths',
      vomitedTimes: 'Threw up',
      hasFallen: 'Fell',
      isDizzyStanding: 'Dizzy when standing up',
      saysSuicidalWords: 'Words about ending their life',
      isFrozen: 'Frozen, or far away in their mind',
      actsOnVoices: 'Acts on voices that nobody else hears',
      wantsToDrive: 'Wants to leave, or to drive',
    },
  },
  theirDistress: {
    ask: 'How hard is it for them right now? Write the number they tell you. If they cannot say one, write the number you would give from what you see. 0 is calm, 10 is the worst.',
  },
  tonight: {
    ask: 'Tonight, do you see any of these?',
    options: {
      isDrowsierThanAtClose: 'Sleepier than when the session ended, or hard to wake',
      isConfused: 'Confused',
      isShortOfBreath: 'Short of breath',
    },
  },
  systolicMmHg: { ask: 'Blood pressure: upper number' },
  diastolicMmHg: { ask: 'Blood pressure: lower number' },
  pulsePerMinute: { ask: 'Pulse' },
  oxygenPercent: { ask: 'Oxygen, in percent' },
  breathsPerMinute: { ask: 'Breaths in one minute' },
  slept: { ask: 'Have you slept since your session?', options: { no: 'No', yes: 'Yes' } },
  sideEffects: {
    ask: 'Do you still feel anything unpleasant? How strong is it?',
    options: { none: 'Nothing', mild: 'A little', moderate: 'Quite a bit', severe: 'Very much' },
  },
  effects: {
    ask: 'Any of these?',
    options: {
      'blood-in-urine': 'Blood in the urine',
      'vision-loss': 'Loss of sight, even for a moment',
      craving: 'A strong wish for more of the medicine',
      'outside-session': 'I took some of the medicine outside a session',
      shared: 'Someone else took some of it',
    },
  },
  unrealHours: { ask: 'If things felt unreal: for how many hours? 0 for not at all.' },
  changed: {
    ask: 'Any of these since your session?',
    options: {
      voices: 'Hearing or believing things that others find strange',
      'much-energy': 'Less sleep and more energy',
    },
  },
  serious: {
    ask: 'Did any of these happen?',
    options: {
      'emergency-room': 'Emergency room',
      admission: 'A stay in the hospital',
      overdose: 'Too much was taken',
    },
  },
  integration: { ask: 'Did something change for you, 0 to 10? There is no right answer.' },
}

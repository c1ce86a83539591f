/** The free assessment: our own questions, and where it leads. Published questions are in instruments/. */
export const assessment = {
  /** Stands in the tab and the history. */
  title: 'A few questions',
  start: {
    title: 'A few questions, if you like',
    lead: 'They help you and us see whether a first talk makes sense. They never ask what happened.',
    facts: [
      { term: 'How long', text: 'Six short parts. Under five minutes for most. No clock is running.' },
      { term: 'Skipping', text: 'You can leave out any question. Nobody asks why.' },
      {
        term: 'Who sees it',
        text: 'Only you, unless you choose to go on at the end. Before that, we keep nothing.',
      },
      {
        term: 'What comes of it',
        text: 'A kind word about the next step, and other ways to get help. It is not a diagnosis.',
      },
      {
        term: 'If you are not safe',
        text: 'Say so, and you see at once who can help. We do not call anyone for you.',
      },
      { term: 'Stopping', text: 'Close the page, or press “Leave”. Then your answers are gone.' },
    ],
    begin: 'Begin',
    notNow: 'Not now',
  },
  part: (part: number, parts: number) => `Part ${part} of ${parts}`,
  next: 'Next',
  back: 'Back',
  result: 'See where this leads',
  skip: 'Skip this one',
  notKept: 'Nothing is kept. Close the page whenever you like.',
  again: {
    title: 'Let’s begin again',
    text: 'Your answers could not be read any more. The page may have been open for more than a day, or a part of it was lost on the way. It is nothing you did. We kept nothing of it.',
  },
  unclearTitle: 'Could you look at this once more?',
  unclear: 'One answer did not reach us as it was. The others are still here.',
  unclearItem: 'We could not read this one. Please choose again, or leave it out.',
  unclearAge: 'Please write your age in whole years, such as 34. Or leave it empty.',
  helpTitle: {
    'not-safe': 'Help is here, right now',
    teen: 'Help for you, right now',
    abroad: 'If you need help right now',
  },
  helpText: {
    'not-safe': 'You matter more than these questions. They can wait as long as you like.',
    teen: 'These lines are for people of any age. You can also turn to an adult you trust, a school nurse or a doctor.',
    abroad:
      'These numbers work in the United States. Where you are, call the emergency number of your country, or a doctor near you.',
  },
  afterHelp: {
    goOn: 'Go on with the questions',
    stop: 'Stop here',
    kept: 'If you stop, nothing is kept.',
  },
  screens: {
    where: {
      title: 'Where you are',
      why: 'Why we ask: a doctor may only treat people in some states, and this care is for adults.',
    },
    now: {
      title: 'How it is right now',
      why: 'Why we ask: if you are not safe, that comes first.',
    },
    event: { title: 'If something very hard ever happened', why: null },
    'event-month': { title: 'The past month', why: null },
    weeks: { title: 'The last two weeks', why: null },
    health: {
      title: 'Your health',
      why: 'Why we ask: with some of these, this medicine can do harm. Then another way is better.',
    },
    people: {
      title: 'People around you',
      why: 'Why we ask: nobody should go through this alone. Both can still be found later.',
    },
  },
  questions: {
    where: {
      text: 'Where are you now?',
      hint: null,
      choices: { US: 'Another place in the United States', ZZ: 'Outside the United States' },
    },
    age: { text: 'How old are you?', hint: 'In years. You can leave it empty.', choices: {} },
    safe: {
      text: 'Are you safe right now?',
      hint: 'Safe from others, and from your own thoughts.',
      choices: { yes: 'Yes', no: 'No', unsure: 'I am not sure' },
    },
    brings: {
      text: 'What brings you here?',
      hint: 'Choose as many as you like. You do not need to say where it comes from.',
      choices: {
        memories: 'Memories that come when I do not want them',
        sleep: 'Sleep, or bad dreams',
        mood: 'Low mood, or nothing matters much',
        worry: 'Worry or fear',
        guard: 'Being on guard all the time',
        closeness: 'It is hard to feel close to people',
        'tried-much': 'I have tried a lot already',
        else: 'Something else',
      },
    },
    pregnant: {
      text: 'Are you pregnant, or trying to be?',
      hint: null,
      choices: { no: 'No, or it does not apply to me', yes: 'Yes', unsure: 'I am not sure' },
    },
    psychosis: {
      text: 'Has a doctor ever said that you had psychosis or schizophrenia?',
      hint: 'It means hearing or seeing things others do not, or firm beliefs that others cannot follow.',
      choices: { no: 'No', yes: 'Yes', unsure: 'I am not sure' },
    },
    mania: {
      text: 'These days, are you far more wound up than usual, with almost no need for sleep?',
      hint: 'Doctors call it mania: days of racing thoughts and great energy, more than is like you.',
      choices: { no: 'No', yes: 'Yes', unsure: 'I am not sure' },
    },
    heart: {
      text: 'Has a doctor told you about any of these?',
      hint: 'Choose all that fit.',
      choices: {
        aneurysm: 'A weak spot in a blood vessel (aneurysm)',
        'arteriovenous-malformation': 'Tangled blood vessels, in the brain or elsewhere (AVM)',
        'aortic-dissection': 'A tear in the main artery (aortic dissection)',
        'brain-haemorrhage': 'Bleeding in the brain, ever',
        'stroke-or-tia-recent': 'A stroke or a short one (TIA), in the past 6 months',
        'heart-attack-recent': 'A heart attack, in the past 6 months',
        'unstable-angina': 'Chest pain from the heart that comes at rest, or gets worse',
        'uncontrolled-hypertension': 'High blood pressure that is not under control',
        'decompensated-heart-failure': 'A weak heart with swollen legs or trouble breathing',
        'serious-arrhythmia': 'A serious problem with the heart’s beat',
        none: 'None of these',
      },
    },
    therapist: {
      text: 'Do you have a therapist?',
      hint: null,
      choices: { yes: 'Yes', looking: 'I am looking for one', no: 'No' },
    },
    support: {
      text: 'Is there an adult you trust who could stay with you for some hours?',
      hint: null,
      choices: { yes: 'Yes', maybe: 'Maybe', no: 'Not now' },
    },
  },
  outcome: {
    talk: {
      title: 'It could be a good time to talk',
      lead: 'Nothing you told us speaks against a first talk. A doctor looks at it with you then. You decide.',
    },
    'talk-first': {
      title: 'Let’s talk first',
      lead: 'Some things are better looked at together with a person, before anything else.',
    },
    'not-now': {
      title: 'Not right now',
      lead: 'From what you told us, this program is not the next step for you today. That says nothing about your worth. There are other ways, and things can change.',
    },
  },
  reasonsTitle: { 'talk-first': 'What we would talk about', 'not-now': 'Why we say so' },
  /** When nobody can say: the question was left open. */
  open: {
    A01: 'Your age. This care is for adults.',
    A02: 'Where you are. A doctor may only treat people in some states.',
    A03: 'Whether you are safe right now. A person would like to hear that from you first.',
    A04: 'Whether you are pregnant, or trying to be.',
    A05: 'Your mind and mood: whether there ever was psychosis, or mania now.',
    A06: 'Your heart and blood vessels.',
  },
  notesTitle: 'What we heard',
  noTherapist: 'No therapist yet? After trauma, one can help a lot. You can look together when we talk.',
  noSupport: 'On the day itself, an adult you trust stays near. You do not need to know today who that is.',
  limitsTitle: 'What this cannot tell you',
  waysTitle: 'Ways from here',
  waysLead: 'You can choose any of them, more than one, or none.',
  ways: {
    goOn: {
      title: 'Go on with us',
      text: 'You leave your name and a mail address. Your answers come along, so that you are not asked twice. Then a doctor reads them.',
      button: 'Go on',
    },
    call: {
      title: 'Call us',
      text: 'You can ask anything, and stay without a name.',
      button: (phone: string) => `Call ${phone}`,
    },
    therapy: {
      title: 'Therapy made for trauma',
      text: 'PE, CPT and EMDR are talking treatments for what trauma leaves behind. They have the best evidence. Your health plan, or a call to 211, can help you find someone.',
    },
    doctor: {
      title: 'Your own doctor',
      text: 'Someone who knows you can look at the whole picture with you. “I have been having a hard time” is enough to begin.',
    },
    nothing: {
      title: 'Nothing, for now',
      text: 'You can close this page. We kept nothing. The questions are here on any other day too.',
    },
  },
}

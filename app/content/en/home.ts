/** The public first page: what it is, for whom, how it goes, what it costs, the evidence. */
export const home = {
  hero: {
    title: 'Care after trauma, at\u00a0home, at\u00a0your pace',
    lead: (states: string) =>
      `A doctor-led program with ketamine at home, for adults in ${states}. You prepare well. Someone you trust stays with you. A therapist helps you make sense of what comes.`,
    talkFirst: (phone: string) => `Talk first: ${phone}`,
    assess: 'See if a talk makes sense',
    assessNote: 'Free, under five minutes, without your name. It never asks what happened.',
    signIn: 'Sign in',
    alreadyHere: 'Already with us?',
    noHurry: 'There is no hurry. You can read all of this and never tell us your name.',
  },
  nav: {
    label: 'On this page',
    what: 'What it is',
    who: 'Who it is for',
    how: 'How it goes',
    cost: 'What it costs',
    evidence: 'The evidence',
  },
  what: {
    title: 'What it is',
    paragraphs: [
      'Ketamine is a medicine. Doctors have used it for many years to help people through surgery. In much smaller amounts, some doctors also use it for depression and after trauma.',
      'It can loosen things. Old feelings or memories may come up. That can feel freeing. If a person is not ready for it, it can also feel like too much.',
      'So the medicine is only one part here. Getting ready, a calm room, a person you trust and a therapist matter just as much.',
    ],
    asideTitle: 'What we will not do',
    aside: [
      'Ask you to tell what happened to you.',
      'Hurry you, or make a day go ahead that is not right.',
      'Say that this will work for you. Nobody can know that.',
    ],
  },
  who: {
    title: 'Who it is for, and who it is not for',
    forTitle: 'It may be worth a talk if',
    for: (states: string) => [
      `You are 18 or older and live in ${states}.`,
      'You live with PTSD, complex trauma, or depression that came after trauma.',
      'An adult you trust can stay with you on the day.',
      'You have a therapist, or are open to finding one. After trauma we strongly advise it. For some people we ask for it.',
    ],
    notTitle: 'Not right now if',
    not: [
      'You are pregnant, hoping to be, or breastfeeding.',
      'You have had psychosis or mania.',
      'You have a serious heart, liver or bladder problem, or blood pressure that is not under control.',
      'Alcohol or another drug is hard to put down at the moment.',
      'Home is not a safe place for you.',
    ],
    note: 'A doctor looks at each person by themselves. A “no” says nothing about your worth, and it comes with other ways to go on.',
    crisis: 'Are you in danger, or thinking of ending your life?',
    crisisLink: 'Get help right now',
  },
  how: {
    title: 'How it goes',
    lead: 'Four parts. You can pause in any of them, and you never need to give a reason.',
    steps: [
      {
        title: 'Talk',
        text: 'You meet the doctor by video. We ask what kind of hard thing it was, about when, and how you are now. No details. The doctor tells you honestly if this is a fit.',
      },
      {
        title: 'Get ready',
        text: 'You learn ways to steady yourself and try them out. You choose the room, the light, the music, and the words that help you.',
      },
      {
        title: 'The day',
        text: 'The medicine comes to your door. First we check that today is a good day. If not, we find another one. Your person stays near the whole time, and a clinician can be reached.',
      },
      {
        title: 'Afterward',
        text: 'Water, warmth, rest. In the days that follow you talk with your therapist, and we check in. Change can be small and slow. It is rarely a straight line.',
      },
    ],
  },
  cost: {
    title: 'What it costs',
    from: 'From',
    price: (usd: number) => `$${usd}`,
    perMonth: 'a month',
    terms: [
      'You see the full price before you say yes.',
      'Pause or stop any month. Money you have not used comes back.',
      'Calling off a day that does not feel right is free.',
      'Help and safety tools stay open to you, paid or not.',
    ],
    areaTitle: 'Where we can see you',
    counties: (count: number) => `all ${count} counties`,
    elsewhere:
      'You need to be there for visits and on the day itself. Living somewhere else? Your own doctor is a good first person to ask. The help page works from anywhere in the United States.',
    map: (states: string) => `Map of the area we serve: ${states}`,
  },
  evidence: {
    title: 'The evidence, honestly',
    lead: 'We would rather you hear this from us, before you decide.',
    firstLine: {
      title: 'Other care comes first',
      text: 'There are talking treatments made for trauma: PE, CPT and EMDR. They have the best evidence. The 2023 VA/DoD guideline puts them first, and suggests against ketamine for PTSD.',
    },
    claimsTitle: 'What studies have found',
    claims: [
      {
        strength: 'Strong, short term',
        text: 'For depression, one dose by vein often helps within a day or so. The effect can fade.',
        source: 'Reviews of randomized trials, 2018',
      },
      {
        strength: 'Mixed',
        text: 'For PTSD by vein, a trial with 30 people found a clear gain at two weeks. The largest one, with 158 people, found no more change in PTSD than with salt water.',
        source: 'Feder 2021; Abdallah 2022',
      },
      {
        strength: 'Small and unsure',
        text: 'Six PTSD trials put together: a small early effect, and none that is clear at two weeks.',
        source: 'Borgogna 2024',
      },
      {
        strength: 'Not known',
        text: 'For PTSD and ketamine taken under the tongue at home, we found no randomized trial at all.',
        source: 'Our search, November 2026',
      },
    ],
    claimStrength: 'How sure',
    claimText: 'What was found',
    claimSource: 'Where',
    fda: 'Compounded ketamine is not approved by the FDA for anxiety, depression, PTSD or chronic pain.',
    fdaMore:
      'The FDA has also warned about using it at home without a clinician there. Results differ from person to person. This page is for learning. Please talk with a doctor or therapist before you decide.',
  },
  people: {
    title: 'Your doctor',
    talkTitle: 'Would it help to talk?',
    talk: 'Call us and ask anything. You can decide later, or not at all.',
  },
}

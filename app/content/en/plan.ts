/** A patient's own plan, in plain words. No amounts of the medicine, no scores, no names for conditions. */
const hours = (minutes: number): string =>
  minutes % 60 === 0 ? (minutes === 60 ? '1 hour' : `${minutes / 60} hours`) : `${minutes} minutes`

export const plan = {
  title: 'Your plan',
  none: {
    title: 'There is no plan for you yet',
    text: 'Your prescriber writes it with what you told us. You can read it here as soon as it is signed.',
  },
  signedBy: (name: string) => `Signed by ${name} on`,
  newer: 'This is a new version. It took the place of the one before.',
  sentAt: 'Sent to you on',
  seenAt: 'First opened by you on',
  ask: 'A question about your plan? You can call us:',
  toSupply: 'Your parcel',
  intro: 'Your prescriber has signed this plan. Ask about any part of it, as often as you like.',
  headings: {
    stop: 'You decide',
    sessions: 'How many',
    spacing: 'How far apart',
    company: 'Who is with you',
    measured: 'What is measured',
    questions: 'What we ask',
    therapist: 'Your therapist',
    lookingBack: 'When we look back together',
    ending: 'When it ends',
    afterwards: 'What comes after',
  },
  stop: 'You can stop at any time. You need no reason, and nothing is lost.',
  sessions: (count: number) =>
    count === 1 ? 'One session.' : `At most ${count} sessions. You do not have to have them all.`,
  spacing: (days: number) =>
    days === 1
      ? 'At least one day lies between two sessions. More is always fine.'
      : `At least ${days} days lie between two sessions. More is always fine.`,
  company: (years: number, stays: number) =>
    stays === 1
      ? `An adult you trust, ${years} or older, is with you. They stay for at least 1 hour after the medicine.`
      : `An adult you trust, ${years} or older, is with you. They stay for at least ${stays} hours after the medicine.`,
  sober: 'They are sober that day.',
  readings: (times: number) =>
    times === 1
      ? 'Your blood pressure is taken before you start and once more after.'
      : `Your blood pressure is taken before you start and ${times} times after.`,
  standing: 'Before you start it is also taken while you stand.',
  lookIns: (every: number) => `Your support person looks in on you every ${every} minutes.`,
  observation: (minutes: number) =>
    `You rest and are watched over for at least ${hours(minutes)}, and until you are steady.`,
  questions: (days: number) =>
    days === 1
      ? 'A few short questions each day. You can skip any of them.'
      : `A few short questions, most often every ${days} days. You can skip any of them.`,
  therapist: {
    optional: 'Seeing a therapist is up to you.',
    'strongly-advised': 'We strongly advise a therapist by your side. It is up to you.',
    essential: 'A therapist by your side is part of this plan. If that gets hard, talk to us first.',
  },
  integration: (from: number, to: number) =>
    `You are offered a visit ${from} to ${to} hours after each session. Some teams aim for this. Nobody has shown that these hours are better than others. “Not this time” is fine.`,
  integrationEssential: (from: number, to: number) =>
    `You are offered a visit ${from} to ${to} hours after each session. Some teams aim for this. Nobody has shown that these hours are better than others.`,
  lookingBack: (sessions: number, day: string) =>
    sessions === 1
      ? `After one session, and by ${day} at the latest. We talk about what helped, what was hard, and whether to go on.`
      : `After ${sessions} sessions, and by ${day} at the latest. We talk about what helped, what was hard, and whether to go on.`,
  ending: (day: string) => `This plan ends on ${day}. It does not go on by itself.`,
  afterwards:
    'At the end we talk with you about what comes next. That may be rest, other care, or a new plan. A new plan needs a new talk.',
  changes: 'Nothing in this plan changes by itself. Your prescriber has to sign each change.',
}

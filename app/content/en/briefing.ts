/** What somebody reads who was asked to be there, before they agree. */
export const briefing = {
  title: 'Being there',
  lead: (name: string) =>
    `${name} has asked you to be there on a day that matters to them. This is what it means.`,
  parts: [
    {
      title: 'What you do',
      lines: [
        'You stay in the home and near, the whole time and for a few hours after.',
        'You are awake, sober and calm. You have your phone with you, charged.',
        'Now and then you check on them. While it is open, the page on your phone tells you when, and what to look for.',
        'When you are unsure, press “Needs comfort” or call the clinic. Nobody minds one call too many.',
      ],
    },
    {
      title: 'What you do not do',
      lines: [
        'You do not give medicine, and you do not change how much.',
        'You do not ask about the past, and you do not explain what comes up. Being near is enough.',
        'You touch only as their wishes card says. No answer means no.',
        'You do not leave, and you do not let them drive.',
      ],
    },
    {
      title: 'What may happen',
      lines: [
        'They may be far away in their thoughts, cry, or say little. That can happen.',
        'Call for help at once when they do not answer you, do not breathe well, throw up again and again, or want to hurt themselves.',
        'If anyone is in danger: call 911 first, then us.',
      ],
    },
    {
      title: 'You can say no',
      lines: [
        'You can say no now, or later, without a reason. Please tell them, so that someone else can come.',
      ],
    },
  ],
  number: {
    title: 'Your number',
    label: 'A phone number where we can reach you that day',
    hint: {
      support:
        'The clinicians call it when something cannot wait. Nobody else sees it. We need it before the day can be booked.',
      backup:
        'The clinicians call it when something cannot wait. The person who is there sees it too, so that they can call you. By agreeing, you allow this. We need your number before the day can be booked.',
    },
    unclear: 'Please enter one full phone number and nothing else, such as (305) 555-0162.',
    change: 'Change the number',
    save: 'Save this number',
  },
  agree: 'I have read this and I will be there',
  agreed: 'You have agreed. Thank you.',
  agreedOn: 'Agreed on',
  readAgain: 'You can read this again at any time.',
  notAsked: 'Nobody is asking you right now. There is nothing for you to do.',
  back: 'Your people',
}

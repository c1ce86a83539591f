/** What somebody reads who was asked to be there, before they agree. */
export const briefing = {
  title: 'Being there',
  lead: (name: string) =>
    `${name} has asked you to be there on a day that matters to them. This is what it means.`,
  parts: [
    {
      title: 'What you do',
      lines: [
        'You stay in the home and near, for the whole time and some hours after.',
        'You are awake, sober and calm. You have your phone with you, charged.',
        'Now and then you look in. The page on your phone tells you when, while it is open, and what to look at.',
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
        'They may be far away in their thoughts, cry, or say little. That can be so.',
        'Call for help at once when they do not answer you, do not breathe well, are sick again and again, or want to hurt themselves.',
        'In danger: 911 first, then us.',
      ],
    },
    {
      title: 'You can say no',
      lines: [
        'You can say no now, or later, without a reason. Please tell them, so that someone else can come.',
      ],
    },
  ],
  agree: 'I have read this and I will be there',
  agreed: 'You have agreed. Thank you.',
  agreedOn: 'Agreed on',
  readAgain: 'You can read this again at any time.',
  notAsked: 'Nobody is asking you right now. There is nothing for you to do.',
  back: 'Your people',
}

/** The three true forms of anything that was sent to people: sent, seen by whom and when, outside cover. */
export const told = {
  sent: 'Sent',
  notSeen: 'Not seen yet.',
  seen: (who: string) => `${who} saw it`,
  outsideCover: 'Nobody is on duty at the practice right now. Someone reads this when they are back.',
  meanwhile: 'If you need someone before then, day or night:',
  meanwhileLink: 'Help right now',
}

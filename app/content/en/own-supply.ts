/** What came to a patient's home, and counting it. No amounts of the medicine. A difference is nobody's fault here. */
export const ownSupply = {
  title: 'Your parcel',
  lead: 'Tell us when your parcel comes. Count what is there when we ask. That helps to keep you and others safe.',
  done: {
    arrived: 'Thank you. It is on record.',
    same: 'Thank you. Your count and ours agree.',
  },
  waiting: {
    title: 'On its way',
    none: 'No parcel is on its way.',
    text: 'When it is with you, look at the label. Then tell us here.',
    units: 'How many pieces came',
    unitsHint: 'Each tablet or lozenge is one piece.',
    lot: 'Lot number, from the label',
    lotHint: 'It may be called “Lot” or “Batch”.',
    expires: 'Last day, from the label',
    expiresHint: 'Leave this empty if the label has none.',
    button: 'It arrived',
    partly: 'Not all of it is here yet. That can happen. Tell us when the rest comes.',
  },
  other: {
    title: 'This is not the number we expected',
    text: 'It is on record just as you wrote it. Your care team sees it on their page. Nothing is your fault.',
  },
  count: {
    title: 'Count what is there',
    why: 'Why we ask: so that we both know nothing is lost.',
    units: 'How many pieces are there now',
    hint: 'Count all of them. If there are none, write 0.',
    button: 'Hand in my count',
    last: 'Your last count',
    pieces: (count: number) => (count === 1 ? '1 piece' : `${count} pieces`),
    nothing: 'There is nothing to count yet.',
  },
  differs: {
    title: 'Your count and ours are not the same',
    text: 'That happens. A piece may be broken, or we may have made a mistake. Nobody blames you. We will talk about it with you.',
    sent: 'Sent to your care team',
    notSeen: 'Nobody has seen it yet.',
    seen: (name: string) => `Seen by ${name}`,
    outside:
      'Nobody from the practice is on duty right now. If you think something is wrong with what is there, call us before you use any.',
  },
  no: {
    'no-order': 'We could not find this parcel. Nothing is lost. Please call us.',
    mismatch: 'We have a question about this parcel first. Please call us before you use any of it.',
    'already-there': 'This parcel is on record already. You do not have to do anything.',
    withdrawn: 'This parcel was called off. Please call us before you use any of it.',
    unclear: 'Please write whole numbers, and the lot number from the label. What you wrote is still here.',
  },
  keep: {
    title: 'Keep it safe',
    points: [
      'Keep it locked, where children, guests and animals cannot reach it.',
      'Never share it. For somebody else it can be dangerous.',
      'If a piece is broken, wet or gone, tell us. We will find a way together.',
      'Do not throw it in the trash or the toilet. Ask us where to take it.',
    ],
  },
  toPlan: 'Your plan',
}

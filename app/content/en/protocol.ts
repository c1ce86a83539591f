/** The signed numbers, as the console shows them. */
export const protocol = {
  title: 'Protocol',
  heading: (version: number) => `Protocol ${version}`,
  signed: (by: string) => `Signed by ${by} on`,
  invented: 'Invented numbers for the demo. Not medical advice, and signed by nobody.',
  none: {
    title: 'No signed protocol',
    text: 'Every rule that needs a limit answers “unknown” until the medical director signs one.',
  },
  columns: { limit: 'Limit', value: 'Value', unit: 'Unit' },
  limits: {
    worseningPoints: 'PCL-5: review from a rise over any earlier total of',
    reliableChangePoints: 'PCL-5: change from the first total that is more than chance',
  },
  points: 'points of 80',
  notSigned: 'not signed',
}

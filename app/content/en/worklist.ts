/** The prescriber's worklist. Clinician text is exact: number, unit, source, time. */
export const worklist = {
  title: 'Worklist',
  lead: 'People with an open finding, strongest first, then who has waited longest',
  asOf: 'As of',
  refresh: 'Refresh',
  columns: {
    severity: 'Severity',
    person: 'Person',
    finding: 'Strongest finding',
    since: 'Open since',
    lastTotal: 'Last PCL-5',
  },
  age: (years: number) => `${years} y`,
  more: (count: number) => `+ ${count} more`,
  totalOf80: (total: number) => `${total} of 80`,
  notScored: 'not scored',
  noResponse: 'none yet',
  next: (count: number) => `Next ${count}`,
  toTop: 'First page',
  showing: (from: number, to: number) => `${from} to ${to}`,
  empty: {
    title: 'Nobody is waiting',
    text: 'A new finding appears here as soon as an answer is handed in. Only people on whose care team you are.',
  },
}

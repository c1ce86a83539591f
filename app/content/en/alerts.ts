/** What asks for a person now, whoever and wherever it comes from. */
export const alerts = {
  title: 'Alerts',
  lead: 'Emergencies first, then what nobody has seen. An alert goes on to the next person until somebody says that they are looking.',
  asOf: 'As of',
  refresh: 'Refresh',
  empty: {
    title: 'No alert is open',
    text: 'A new one appears here as soon as it is raised. Only people on whose care team you are.',
  },
  /** What a coordinator reads of something that needs a clinician. */
  needsClinician: 'A clinician has to look now, and nobody has yet. Reach one by phone.',
  waiting: (unseen: number) =>
    unseen === 1
      ? '1 alert is waiting that nobody has seen.'
      : `${unseen} alerts are waiting that nobody has seen.`,
  toAlerts: 'Look now',
}

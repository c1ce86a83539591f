/** The page of a therapist, a support person or a coordinator: whose care team they are on. */
export const people = {
  title: 'People',
  lead: 'You are on the care team of:',
  until: 'until',
  empty: {
    title: 'Nobody right now',
    text: 'When somebody shares with you, their name appears here.',
  },
  whoDecides:
    'Each person decides who is on their care team. They can change it at any time, without a reason.',
}

/** The demo's own two pages. */
export const demo = {
  title: 'Who would you like to be?',
  intro:
    'Everybody here is invented. One click, and you see the house with their eyes. Nothing you do reaches a real person.',
  be: (name: string) => `Be ${name}`,
  mailLink: 'See the mail the demo has sent',
  roles: {
    patient: 'Patients',
    'support-person': 'Support people',
    therapist: 'Therapists',
    prescriber: 'Prescribers',
    'care-coordinator': 'Care coordinators',
    'medical-director': 'Medical director',
    admin: 'Practice owner',
  },
  mail: {
    title: 'Mail the demo has sent',
    intro: 'The demo sends nothing out. What it would have sent is kept here, newest first.',
    none: 'No mail yet.',
    noneHint: 'Ask for a link on the sign-in page as a support person, and it will be here.',
    to: 'To',
    sent: 'Sent',
    back: 'Back to the people',
  },
}

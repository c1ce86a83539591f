/** What holds a session beside its own check, and how it goes on: read by a clinician. */
export const sessionAgainst = {
  finding: (rules: string) =>
    `Open on the patient page, and holding the session: ${rules} It goes on once a prescriber has closed it there, with a reason.`,
  consents:
    'A consent the protocol requires is not in force. The session goes on once the patient has signed it again.',
  alert:
    'An alert from outside this session is open. The session goes on once it is settled on the list of alerts.',
}

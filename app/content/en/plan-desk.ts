/** The prescriber's page of one patient's plan, and the medical director's list of exceptions. */
export const planDesk = {
  of: (name: string) => `Plan: ${name}`,
  link: 'Plan and its draft',
  back: 'Patient’s page',
  toSupply: 'Orders and units',
  invented: 'Drawn from invented numbers of the demo. Not medical advice.',
  noProtocol: {
    title: 'No signed protocol',
    text: 'A plan is drawn from the protocol in force. Until two people have signed one, none is drafted or signed.',
  },
  notNow: {
    title: 'No plan is drafted now',
    text: 'A plan is drafted once the intake is in review, and not on the day of a session or after the end.',
  },
  caution: {
    title: 'Level of caution',
    asks: (level: string) => `The facts ask for: ${level}`,
    asksFor: (level: string) => `asks for ${level.toLocaleLowerCase()}`,
    clear: (count: number) =>
      count === 1 ? '1 fact asks for nothing more' : `${count} facts ask for nothing more`,
    nothing: 'No fact asks for more than the usual care.',
    missingMeans: 'What is missing counts as if it asked for care. Nothing missing lowers the level.',
    notLoaded: 'not asked here',
    noMissing: 'Nothing is missing.',
  },
  none: {
    title: 'No plan yet',
    text: 'The draft is a proposal from the signed protocol and this patient’s record. You edit, decide and sign.',
    begin: 'Draft a plan',
  },
  draft: {
    title: (version: number) => `Draft, version ${version}`,
    by: (name: string) => `Last changed by ${name}`,
    again: 'Draw again from the protocol',
    againMeans: 'Drawing again replaces what was edited, with its reasons.',
    save: 'Save and check',
    sign: 'Read and sign',
    level: 'Level of caution of this plan',
    choose: 'Choose',
    empty: 'An empty line is missing, and keeps the plan from being signed.',
    whole: 'About the whole plan',
    lines: 'Line by line',
    proposed: (value: string) => `Protocol and record: ${value}.`,
    compare: (planned: string, signed: string) => `Here: ${planned}. Signed: ${signed}.`,
    saved: 'Saved and checked.',
    drawn: 'Drawn from the protocol. Nothing is signed.',
    fewer: 'Separate several with commas.',
    notAsked: 'Empty: not asked.',
    open: (count: number) =>
      count === 0
        ? 'Nothing keeps this plan from being signed.'
        : count === 1
          ? '1 thing keeps this plan from being signed.'
          : `${count} things keep this plan from being signed.`,
  },
  unclear: {
    title: (count: number) => (count === 1 ? '1 field is not clear' : `${count} fields are not clear`),
    text: 'Nothing was saved. Everything you wrote is still here.',
    problems: {
      'not-a-number': 'A number is needed here, such as 12 or 12.5.',
      'not-whole': 'A whole number is needed here.',
      'not-above-zero': 'A number above zero is needed here.',
      'no-day': 'A day of the calendar is needed here.',
      'not-offered': 'Choose one of what is offered.',
      incomplete: 'Fill in all fields of this line, or none.',
      'too-long': 'This is longer than can be kept.',
    },
  },
  changed: {
    title: 'Somebody changed the draft meanwhile',
    text: 'Nothing was saved. Below is what you wrote. Saving now writes it over the other change.',
  },
  parts: {
    minimumAgeYears: 'age at least, years',
    isSober: 'sober',
    staysHours: 'stays, hours',
    isOffered: 'offered',
    fromHours: 'from, hours',
    toHours: 'to, hours',
  },
  values: {
    therapist: { optional: 'optional', 'strongly-advised': 'strongly advised', essential: 'essential' },
    support: (age: number, isSober: boolean, hours: number) =>
      `${age} or older, ${isSober ? 'sober' : 'not necessarily sober'}, ${hours} h`,
    offered: (from: number, to: number) => `offered, ${from} to ${to} h`,
    notOffered: 'not offered',
    every: (name: string, days: number) => `${name} every ${days} d`,
    none: 'missing',
  },
  signed: {
    title: (version: number) => `Signed plan, version ${version}`,
    by: (name: string) => `Signed by ${name}`,
    protocol: (version: number) => `from protocol ${version}`,
    seen: 'First seen by the patient',
    notSeen: 'Not yet seen by the patient.',
    exceptions: 'Exceptions, with their reasons',
    noExceptions: 'No exception: nothing departs from the protocol.',
    again: 'Draft a new version',
    againMeans: 'What is signed stays as it is. A new version holds once it is signed.',
    done: 'Signed. The patient can read it now.',
    lines: 'The lines',
    earlier: 'Earlier versions',
  },
  sign: {
    title: (version: number) => `Sign the plan, version ${version}`,
    back: 'Back to the draft',
    what: 'What you sign',
    text: 'With your signature this plan holds, and the patient can read it in plain words. It never changes again: a change is a new version.',
    accepts: 'It also accepts the patient into the program.',
    read: 'I have read every line and every check, and I decide this plan for this patient.',
    name: 'Your name, as a signature',
    nameHint: (name: string) => `Type: ${name}`,
    button: 'Sign the plan',
    tickNeeded: 'Tick the box once you have read it.',
    nameNeeded: 'The name is not the one you are signed in with.',
    refused: {
      'no-draft': { title: 'There is no draft', text: 'Draft a plan first.' },
      changed: { title: 'The draft was changed', text: 'Nothing was signed. Read what it says now.' },
      state: {
        title: 'No plan is signed now',
        text: 'A plan is signed once the intake is in review, and not on the day of a session or after the end.',
      },
      'no-protocol': { title: 'No signed protocol', text: 'Nothing was signed.' },
      checks: {
        title: 'Something keeps it from being signed',
        text: 'Nothing was signed. What is open stands below: change the line, or give the reason.',
      },
      findings: {
        title: 'A finding that blocks is open',
        text: 'Nothing was signed. Look at the findings on the patient’s page, and close what is settled with its reason.',
      },
      name: {
        title: 'The signature is not complete',
        text: 'Nothing was signed. Type your name as it stands below the field.',
      },
    },
    again: {
      title: 'Sign in again to sign',
      text: 'Signing needs a login of the last 15 minutes. Nothing is lost.',
      link: 'Sign in again',
    },
  },
  exceptions: {
    title: 'Exceptions to the protocol',
    lead: 'Plans that hold and depart from the signed protocol, each with the prescriber’s reason.',
    none: 'No plan of your patients departs from the protocol.',
    others: (count: number) =>
      count === 1
        ? '1 more plan departs from the protocol, of a patient whose care team you are not on. Ask its prescriber.'
        : `${count} more plans depart from the protocol, of patients whose care teams you are not on. Ask their prescribers.`,
    noOthers: 'These are all there are in the practice.',
    one: 'Exception',
    reason: 'Reason',
    plan: (version: number) => `Plan ${version}`,
  },
}

/** A patient's page in the console, and the words for findings. Exact: number, unit, source, time. */
type Evidence = Readonly<Record<string, number | string | null | undefined>>

/** The two ways a rule can need a clinician's eye: it fired, or it could not be judged. */
type FindingWords = { fires: (evidence: Evidence) => string; unknown: (evidence: Evidence) => string }

/** What stands for a number that is not there, so that a gap in the record is seen and not smoothed over. */
const given = (value: Evidence[string]) => value ?? '?'

const rise = ({ currentTotal, lowestTotal }: Evidence) =>
  typeof currentTotal === 'number' && typeof lowestTotal === 'number' ? currentTotal - lowestTotal : '?'

const findings: Record<string, FindingWords> = {
  F01: {
    fires: (evidence) =>
      `PCL-5 total ${given(evidence.currentTotal)} of 80: ${rise(evidence)} points above the lowest before (${given(evidence.lowestTotal)})`,
    unknown: (evidence) =>
      evidence.skipped === undefined
        ? `PCL-5 change cannot be judged: total ${given(evidence.currentTotal)}, lowest before ${given(evidence.lowestTotal)}, no signed limit`
        : `PCL-5 not scored: ${given(evidence.skipped)} skipped, ${given(evidence.notReached)} not reached, of 20 items`,
  },
}

const evidence: Record<string, { label: string; unit: string }> = {
  currentTotal: { label: 'Total now', unit: 'of 80' },
  lowestTotal: { label: 'Lowest before', unit: 'of 80' },
  worseningPoints: { label: 'Review from a rise of', unit: 'points' },
  skipped: { label: 'Skipped', unit: 'of 20 items' },
  notReached: { label: 'Not reached', unit: 'of 20 items' },
}

export const patient = {
  age: (years: number) => `${years} y`,
  asOf: 'As of',
  severity: { block: 'Block', review: 'Review', advise: 'Advise', inform: 'Inform' },
  unknown: 'unknown',
  finding: {
    title: 'Findings, strongest first',
    none: 'No open finding.',
    noneHint: 'A rule that cannot be judged would be listed here too.',
    group: {
      nothingToDo: 'No finding asks for action.',
      again: (count: number) => `Found again: ${count}`,
      notJudged: (count: number) => `Could not be judged: ${count}`,
      told: (count: number) => `Advice and information: ${count}`,
    },
    rule: (id: string, version: number) => `${id} v${version}`,
    found: 'Found',
    source: 'Source',
    limits: (version: number, signedOn: string) => `Protocol ${version}, signed ${signedOn}`,
    noLimits: 'No signed protocol in force',
    missing: 'missing',
    notLoaded: 'not asked here',
    notAskedAgain: 'not asked a second time',
    keptApart: 'kept apart, under its own lock',
    fallback: (ruleId: string) => `Rule ${ruleId} needs a look`,
    fallbackUnknown: (ruleId: string) => `Rule ${ruleId} could not be judged: something is missing`,
    notJudged: (ruleId: string, condition: string) =>
      `Could not be judged: ${ruleId}. It asks: ${condition}.`,
    forPatient: (text: string) => `For the patient: “${text}”`,
    forBeside: (text: string) => `For whoever is beside them: “${text}”`,
    nothingForPatient: 'The patient reads nothing of it.',
  },
  close: {
    open: 'Close this finding',
    because: 'Reason. It stays on record.',
    close: 'Close',
  },
  findings,
  evidence,
  pcl5: {
    title: 'PCL-5, past month',
    range: 'Total 0 to 80; higher is more symptoms',
    none: 'No PCL-5 handed in yet.',
    band: (points: number) => `Within ${points} points of the first: usual change`,
    noBand: 'No signed limit for reliable change: no band is drawn.',
    session: 'Session',
    chart: (totals: string) =>
      `Line of PCL-5 totals, oldest first: ${totals}. The table below has the same numbers.`,
    columns: {
      on: 'Date',
      total: 'Total',
      change: 'From first',
      clusters: ['B', 'C', 'D', 'E'],
      note: 'Note',
    },
    clustersTitle: 'B intrusion 0–20, C avoidance 0–8, D cognition and mood 0–28, E arousal 0–24',
    reliable: 'reliable',
    notScored: (skipped: number, notReached: number) =>
      `not scored: ${skipped} skipped, ${notReached} not reached`,
    notScoredShort: 'not scored',
  },
  answers: {
    title: 'Latest answers',
    handedIn: 'Handed in',
    language: (code: string): string => (code === 'es' ? 'page in Spanish, items in English' : 'in English'),
    show: 'All 20 items',
    skipped: 'skipped',
    notReached: 'not reached',
    item: 'Item',
    answer: 'Answer',
  },
  contact: {
    noPhone: 'No phone number told',
    noStreet: 'No street told',
    support: 'There with them',
    backup: 'In reserve',
  },
  careTeam: {
    title: 'Care team',
    roles: {
      prescriber: 'Prescriber',
      therapist: 'Therapist',
      'care-coordinator': 'Care coordinator',
      'medical-director': 'Medical director',
      'support-person': 'Support person',
    } as Record<string, string>,
  },
  printed: 'Printed',
}

import type { MedicineClass } from '../../../clinical/protocol/course.ts'
import type { ClassWords } from '../../medicine-words.ts'

const keep =
  'One of your medicines needs a check first. Please keep taking it as usual unless your clinician says otherwise.'
const talk = 'Thank you for telling us. This is something to plan around, together with a clinician.'

/** The classes of the medicine table. */
export const classes: Record<MedicineClass, ClassWords> = {
  theophylline: {
    name: 'Theophylline and aminophylline',
    clinician:
      'Lowers the seizure threshold with ketamine; the label says not to give both. Speak with whoever prescribes it.',
    patient: keep,
  },
  benzodiazepine: {
    name: 'Benzodiazepines',
    clinician:
      'Label: together deep sedation, respiratory depression, coma, death. May shorten or weaken the benefit. Never an abrupt stop: withdrawal, seizures. The VA/DoD guideline advises against them for PTSD.',
    patient: keep,
  },
  'opioid-full-agonist': {
    name: 'Opioids other than buprenorphine and methadone',
    clinician:
      'Label: together deep sedation, respiratory depression, and a longer recovery. Ask the monitoring program and about opioid use disorder; consider naloxone at home.',
    patient: keep,
  },
  'buprenorphine-or-methadone': {
    name: 'Buprenorphine and methadone',
    clinician:
      'Opioid and sedative effect add up; methadone lengthens QT. Often a treatment of opioid use disorder: decide with its prescriber, and never advise stopping it.',
    patient: keep,
  },
  sedative: {
    name: 'Other sedatives',
    clinician:
      'Z-drugs, gabapentinoids, muscle relaxants, sedating antihistamines: sedation and slowed breathing add up. Ask about the same day.',
    patient: keep,
  },
  stimulant: {
    name: 'Stimulants and other medicines that raise blood pressure',
    clinician:
      'Label: watch vital signs closely with sympathomimetics and vasopressin. Settle the morning’s dose with whoever prescribes it; blood pressure before the session.',
    patient: keep,
  },
  'stimulant-not-prescribed': {
    name: 'Stimulants nobody prescribed',
    clinician:
      'Blood pressure, pulse and rhythm. What is inside and how much is not known. Ask without judging; kept apart from the rest of the record.',
    patient: talk,
  },
  decongestant: {
    name: 'Decongestants',
    clinician:
      'Sympathomimetics: the label asks for close watch of vital signs. Often in cold remedies nobody thinks of.',
    patient: keep,
  },
  maoi: {
    name: 'MAO inhibitors',
    clinician:
      'Rise in blood pressure is the concern; single cases with tranylcypromine showed no relevant change. Extra readings. Never an abrupt stop.',
    patient: keep,
  },
  lamotrigine: {
    name: 'Lamotrigine',
    clinician:
      'Two of five studies saw ketamine’s effects weakened; side effects may be fewer. Never stop it for a session: seizures, and rash when it is begun again.',
    patient: keep,
  },
  naltrexone: {
    name: 'Naltrexone',
    clinician:
      'Took away the antidepressant benefit in a crossover of 12 people and left dissociation as it was; smaller reports disagree. Often a treatment of dependence: never advise stopping it.',
    patient: keep,
  },
  'alpha-blocker-or-agonist': {
    name: 'Alpha medicines: prazosin, doxazosin, clonidine, guanfacine and their kin',
    clinician:
      'Pull blood pressure the other way than ketamine; drops on standing, falls. Time of the last one, seated and standing reading. Clonidine stopped suddenly: rebound hypertension. No sign that they weaken the benefit was located.',
    patient:
      'Your nightmare or blood pressure medicine matters here. Please keep taking it as usual unless your clinician says otherwise. Tell us when you took it.',
  },
  'other-antihypertensive': {
    name: 'Other blood pressure medicines',
    clinician: 'To go on as usual; a missed one means a higher pressure. Ask whether it was taken today.',
    patient:
      'Your blood pressure medicine matters here. Please keep taking it as usual. Tell us when you took it.',
  },
  'cyp3a4-inhibitor-clarithromycin': {
    name: 'Clarithromycin',
    clinician:
      'Oral S-ketamine: AUC 2.6 times, Cmax 3.6 times as high. A short course may be over soon: settle the date with whoever prescribes it.',
    patient: keep,
  },
  'cyp3a4-inhibitor-other': {
    name: 'Other CYP3A4 inhibitors',
    clinician:
      'By class more of a swallowed dose arrives. With itraconazole AUC was not raised, drowsiness was. Some moderate inhibitors are listed with the strong ones.',
    patient: keep,
  },
  grapefruit: {
    name: 'Grapefruit',
    clinician:
      'Oral S-ketamine: AUC 3.0 times, Cmax 2.1 times as high. How many days it lasts is not verified.',
    patient:
      'Grapefruit and its juice can change how the session medicine acts. Ask your clinician about it.',
  },
  'cyp2b6-inhibitor': {
    name: 'CYP2B6 inhibitors',
    clinician:
      'Ticlopidine: AUC of oral S-ketamine 2.4 times as high; clopidogrel acts on the same enzyme. Both guard against clots: never to be stopped for a session.',
    patient: keep,
  },
  'enzyme-inducer': {
    name: 'Enzyme inducers',
    clinician:
      'Oral S-ketamine: AUC 86% lower with rifampicin, 58% lower with St. John’s wort. Once an inducer ends, the same dose arrives in full again: look at its start and at its end. No dose is raised for it here.',
    patient: keep,
  },
  'thyroid-hormone': {
    name: 'Thyroid hormone',
    clinician: 'High blood pressure and fast pulse were reported with ketamine. See whether TSH is in range.',
    patient: keep,
  },
  antipsychotic: {
    name: 'Antipsychotics',
    clinician:
      'Ask what it is for: it may tell of psychosis. Clozapine weakened ketamine’s effects in schizophrenia, risperidone and haloperidol in part, olanzapine not. Never an abrupt stop.',
    patient: keep,
  },
  lithium: {
    name: 'Lithium',
    clinician: 'No significant interaction was found. It may tell of bipolar disorder: see the screen.',
    patient: keep,
  },
  antidepressant: {
    name: 'Antidepressants other than MAO inhibitors',
    clinician:
      'Can generally be combined. Higher peaks of blood pressure with SSRIs in one intravenous study. Never an abrupt stop.',
    patient: keep,
  },
  'seizure-or-nmda-overlap': {
    name: 'Tramadol, dextromethorphan, memantine, amantadine, other ketamine',
    clinician:
      'Seizure threshold, serotonin, or the same NMDA receptor. Dextromethorphan is in many cough remedies. Ketamine from elsewhere: ask the monitoring program.',
    patient: keep,
  },
  'barbiturate-or-ghb': {
    name: 'Barbiturates and oxybate (GHB)',
    clinician:
      'Sedation and slowed breathing add up, strongly. Barbiturates: never an abrupt stop; some are enzyme inducers as well.',
    patient: keep,
  },
  alcohol: {
    name: 'Alcohol',
    clinician:
      'Sedation and slowed breathing add up. Daily drinking: ask about withdrawal before any advice. Kept apart from the rest of the record.',
    patient: talk,
  },
  cannabis: {
    name: 'Cannabis and cannabinoids',
    clinician:
      'Sedation adds up. The VA/DoD guideline advises against cannabis for PTSD. Dronabinol, nabilone and cannabidiol may be prescribed. Kept apart from the rest of the record.',
    patient: talk,
  },
  'enzyme-inhibiting-antidepressant': {
    name: 'Antidepressants that slow enzymes: fluoxetine, fluvoxamine',
    clinician:
      'A concept by class: more may arrive. Norfluoxetine stays for weeks after the last dose of fluoxetine.',
    patient: keep,
  },
}

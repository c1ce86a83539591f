/** Every class of the medicine table: how strong what is known of it is, and where that was seen. */
import type { Segment } from '../facts/fact.ts'
import type { MedicineClass } from '../protocol/course.ts'
import type { Mark } from './sources.ts'

/** A: label or human trial. B: measured or observed in people. C: single cases, or mechanism. */
export type Evidence = 'A' | 'B' | 'C'

export type Interaction = {
  evidence: readonly Evidence[]
  /** Empty: a choice of this project. */
  marks: readonly Mark[]
  /** Begun or stopped, it changes how much of the same dose arrives. */
  changesExposure?: true
  /** What the name of the class alone would tell about a person. Otherwise general. */
  segment?: Segment
}

export const INTERACTIONS: Readonly<Record<MedicineClass, Interaction>> = {
  theophylline: { evidence: ['A'], marks: ['KETA2'] },
  benzodiazepine: { evidence: ['A', 'B'], marks: ['KETA2', 'VER', 'AND', 'ISTSS'] },
  'opioid-full-agonist': { evidence: ['A'], marks: ['KETA2'] },
  'buprenorphine-or-methadone': { evidence: ['A', 'C'], marks: ['M'] },
  sedative: { evidence: ['A', 'C'], marks: [] },
  stimulant: { evidence: ['A'], marks: ['KETA2', 'JOO'] },
  'stimulant-not-prescribed': { evidence: ['A'], marks: ['KETA2'], segment: 'substance-use' },
  decongestant: { evidence: ['A'], marks: ['KETA2'] },
  maoi: { evidence: ['C'], marks: ['VER', 'M'] },
  lamotrigine: { evidence: ['B'], marks: ['VER', 'AND'] },
  naltrexone: { evidence: ['B'], marks: ['WILL', 'M'] },
  'alpha-blocker-or-agonist': { evidence: ['C'], marks: ['MDE', 'SEED', 'VAMED', 'M'] },
  'other-antihypertensive': { evidence: ['C'], marks: [] },
  'cyp3a4-inhibitor-clarithromycin': { evidence: ['A'], marks: ['HAG'], changesExposure: true },
  'cyp3a4-inhibitor-other': { evidence: ['A'], marks: ['PEL11'], changesExposure: true },
  grapefruit: { evidence: ['A'], marks: ['PEL12', 'M'], changesExposure: true },
  'cyp2b6-inhibitor': { evidence: ['A'], marks: ['PEL11', 'M'], changesExposure: true },
  'enzyme-inducer': { evidence: ['A'], marks: ['RIF', 'SJW', 'AND'], changesExposure: true },
  'thyroid-hormone': { evidence: ['C'], marks: ['M'] },
  antipsychotic: { evidence: ['B'], marks: ['VER'] },
  lithium: { evidence: ['B'], marks: ['VER'] },
  antidepressant: { evidence: ['B'], marks: ['AND', 'SZAR'] },
  'seizure-or-nmda-overlap': { evidence: ['C'], marks: ['M'] },
  'barbiturate-or-ghb': { evidence: ['A', 'C'], marks: [] },
  alcohol: { evidence: ['A', 'C'], marks: ['M'], segment: 'substance-use' },
  cannabis: { evidence: ['A', 'C'], marks: ['ISTSS'], segment: 'substance-use' },
  'enzyme-inhibiting-antidepressant': { evidence: ['C'], marks: ['AND', 'M'], changesExposure: true },
}

const classes = Object.keys(INTERACTIONS) as MedicineClass[]

/** Classes that change how much of the medicine arrives. */
export const CHANGES_EXPOSURE: readonly MedicineClass[] = classes.filter(
  (one) => INTERACTIONS[one].changesExposure,
)

/** The part of the record in which the name of the class may stand. */
export const segmentOf = (one: MedicineClass): Segment => INTERACTIONS[one].segment ?? 'general'

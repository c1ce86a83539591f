/** A protocol with everything a plan needs, every number invented; and whom a plan is drawn for. */
import type { PlanFacts } from '../app/clinical/plan/facts.ts'
import type { PlanProtocol } from '../app/clinical/plan.ts'
import type { Limits } from '../app/clinical/protocol.ts'
import { dssBOf, itqOf, pcl5Of, SIGNED } from './ordinary-patient.ts'
import { asqOf, SESSION_SIGNED } from './ordinary-session.ts'

export const TODAY = '2026-11-22'

export const PLAN_SIGNED: Limits = {
  ...SESSION_SIGNED,
  ...SIGNED,
  vitals: { ...SESSION_SIGNED.vitals, ...SIGNED.vitals },
  support: { minimumAgeYears: 18, isSoberRequired: true, staysHours: 4 },
  instruments: {
    ...SIGNED.instruments,
    pcl5: { ...SIGNED.instruments?.pcl5, severeTotal: 60 },
    cadence: { pcl5WeekDays: 7, phq9Days: 14, gad7Days: 14, dssBDays: 7 },
  },
  caution: {
    dissociation: 'careful',
    dissociativeDisorder: 'most-careful',
    severity: 'careful',
    complexPtsd: 'careful',
    alphaMedicine: 'careful',
    bloodPressureMedicine: 'usual',
    noTherapist: 'careful',
    recentEvent: 'careful',
    suicideScreen: 'most-careful',
    age: 'careful',
    bloodPressure: 'careful',
  },
  dose: {
    ...SIGNED.dose,
    route: 'sublingual',
    units: ['lozenge'],
    unitStrengthsMg: [5],
    residue: 'spit',
    holdMinutes: 12,
    bands: [
      { level: 'usual', startMg: 15 },
      {
        level: 'careful',
        startMg: 10,
        firstMaxMg: 15,
        absoluteMaxMg: 40,
        stepMaxMg: 5,
        minDaysBetweenSessions: 14,
      },
      {
        level: 'most-careful',
        startMg: 5,
        firstMaxMg: 5,
        absoluteMaxMg: 20,
        maxSessions: 4,
        planDays: 90,
        isTherapistRequired: true,
      },
    ],
  },
  course: { ...SIGNED.course, planDays: 120, reEvaluateAfterDays: 60 },
}

export const PLAN_PROTOCOL: PlanProtocol = {
  version: 3,
  contentHash: 'a1b2c3',
  limits: PLAN_SIGNED,
  isSigned: true,
  isInvented: true,
  inForce: { fromOn: '2026-06-30', endsOn: '2027-06-30' },
}

/** Nothing about them asks for caution. */
export const PLAN_FACTS_ORDINARY: Required<PlanFacts> = {
  ageYears: 41,
  asq: asqOf(0, 0, 0, 0),
  cssrsLevel: 'not-loaded',
  daysSinceRecentEvent: 'none',
  desMean: 14,
  desTaxonMean: 10,
  dssB: dssBOf(5),
  feelsUnreal: 'sometimes',
  hasDissociativeDisorder: false,
  hasTherapist: true,
  homeDiastolicMmHg: 78,
  homeSystolicMmHg: 122,
  itq: itqOf({ ptsd: true }),
  medicineClasses: ['antidepressant'],
  pcl5: pcl5Of(48),
  unmatchedMedicines: 0,
  weightKg: 70,
}

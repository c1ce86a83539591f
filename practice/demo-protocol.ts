/**
 * The demo's protocol. **Invented, and not medical advice.** Its numbers were made up so that every rule has
 * something to compare with; nobody signed them for real people, and a practice signs its own.
 */
import type { Limits } from '../app/clinical/protocol.ts'

/** Every field there is, down to the last: a new one does not compile until the demo has a number for it. */
type Complete<Part> = Part extends readonly (infer Item)[]
  ? readonly Complete<Item>[]
  : Part extends object
    ? { [Key in keyof Part]-?: Complete<NonNullable<Part[Key]>> }
    : Part

const theMedicineAndTheCourse = {
  dose: {
    route: 'sublingual',
    units: ['invented demo tablet, scored'],
    unitStrengthsMg: [25, 50],
    residue: 'spit',
    holdMinutes: 10,
    isWeightBased: false,
    firstMinMg: 25,
    firstMaxMg: 75,
    stepMaxMg: 25,
    absoluteMaxMg: 150,
    absoluteMaxMgPerKg: 2,
    minDaysBetweenSteps: 14,
    requiresPrescriberReviewBetweenSteps: true,
    stepsWithoutImprovementCount: 2,
    bands: [
      {
        ...{ level: 'usual', firstMinMg: 25, firstMaxMg: 75, stepMaxMg: 25, absoluteMaxMg: 150 },
        ...{ minDaysBetweenSessions: 7, isTherapistRequired: false },
      },
      {
        ...{ level: 'careful', firstMinMg: 25, firstMaxMg: 50, stepMaxMg: 25, absoluteMaxMg: 100 },
        ...{ minDaysBetweenSessions: 14, isTherapistRequired: false },
      },
      {
        ...{ level: 'most-careful', firstMinMg: 25, firstMaxMg: 25, stepMaxMg: 25, absoluteMaxMg: 75 },
        ...{ minDaysBetweenSessions: 14, isTherapistRequired: true },
      },
    ],
  },
  course: {
    maxSessions: 6,
    minDaysBetweenSessions: 7,
    maxMonths: 6,
    reviewAfterSessions: 4,
    maintenanceMinDays: 28,
    expiryNoticeDays: 30,
  },
  fasting: {
    foodHours: 6,
    clearLiquidsMinutes: 30,
    alcoholHours: 24,
    sedativeHours: 24,
    cannabisHours: 24,
  },
  medicines: {
    classes: [
      { class: 'theophylline', action: 'block', holdHours: 0, washOutDays: 7 },
      { class: 'benzodiazepine', action: 'review', holdHours: 24, washOutDays: 0 },
      { class: 'opioid-full-agonist', action: 'block', holdHours: 24, washOutDays: 7 },
      { class: 'buprenorphine-or-methadone', action: 'block', holdHours: 0, washOutDays: 14 },
      { class: 'sedative', action: 'review', holdHours: 24, washOutDays: 0 },
      { class: 'stimulant', action: 'review', holdHours: 24, washOutDays: 0 },
      { class: 'decongestant', action: 'review', holdHours: 12, washOutDays: 0 },
      { class: 'maoi', action: 'review', holdHours: 0, washOutDays: 14 },
      { class: 'lamotrigine', action: 'review', holdHours: 0, washOutDays: 0 },
      { class: 'naltrexone', action: 'review', holdHours: 0, washOutDays: 30 },
      { class: 'alpha-blocker-or-agonist', action: 'review', holdHours: 0, washOutDays: 2 },
      { class: 'other-antihypertensive', action: 'review', holdHours: 0, washOutDays: 2 },
      { class: 'cyp3a4-inhibitor-clarithromycin', action: 'block', holdHours: 72, washOutDays: 7 },
      { class: 'cyp3a4-inhibitor-other', action: 'review', holdHours: 0, washOutDays: 7 },
      { class: 'grapefruit', action: 'block', holdHours: 72, washOutDays: 3 },
      { class: 'cyp2b6-inhibitor', action: 'review', holdHours: 0, washOutDays: 7 },
      { class: 'enzyme-inducer', action: 'review', holdHours: 0, washOutDays: 28 },
      { class: 'thyroid-hormone', action: 'review', holdHours: 0, washOutDays: 0 },
      { class: 'antipsychotic', action: 'review', holdHours: 0, washOutDays: 0 },
      { class: 'lithium', action: 'inform', holdHours: 0, washOutDays: 0 },
      { class: 'antidepressant', action: 'inform', holdHours: 0, washOutDays: 0 },
      { class: 'seizure-or-nmda-overlap', action: 'review', holdHours: 24, washOutDays: 3 },
      { class: 'barbiturate-or-ghb', action: 'block', holdHours: 72, washOutDays: 14 },
    ],
    alphaMedicineFromHours: 8,
    alphaMedicineToHours: 26,
    reconciledWithinDays: 7,
  },
  refill: { maxUnits: 8, earlyDays: 3, blockFromTimes: 2, cravingPoints: 3, cravingTimes: 2 },
} satisfies Partial<Complete<Limits>>

const beginningAndQuestionnaires = {
  assessment: {
    minimumAgeYears: 18,
    statesServed: ['FL', 'NJ'],
    pcPtsd5Count: 3,
    phq2Total: 3,
    gad2Total: 3,
  },
  intake: {
    reviewAgeYears: 65,
    recentEventDays: 30,
    pdmpMaxAgeDays: 1,
    pdmpPrescriberCount: 3,
    pdmpWindowDays: 90,
    plausibleWeightFromKg: 35,
    plausibleWeightToKg: 250,
    plausibleHeightFromCm: 120,
    plausibleHeightToCm: 230,
    requiredConsents: ['telehealth', 'off-label-treatment', 'privacy-practices', 'home-treatment'],
  },
  instruments: {
    pcl5: {
      cutOffTotal: 33,
      worseningPoints: 10,
      reliableChangePoints: 15,
      meaningfulChangePoints: 10,
      endpointTotal: 28,
    },
    phq9: { reviewTotal: 20, worseningPoints: 5, meaningfulChangePoints: 5, reliableChangePoints: 6 },
    gad7: { worseningPoints: 4, meaningfulChangePoints: 4, reliableChangePoints: 6 },
    des: { reviewMean: 30, reviewTaxonMean: 20 },
    dssB: { reviewTotal: 12, risePoints: 8, repeatedRisePoints: 4 },
    auditC: { adviseTotalMen: 4, adviseTotalOthers: 3, reviewTotal: 7 },
    dast10: { reviewTotal: 3 },
    pq16: { reviewCount: 6 },
    icsi: { reviewTotal: 8, risePoints: 3 },
    suds: {
      highBeforePoints: 7,
      aboveUsualPoints: 2,
      groundingPoints: 7,
      personNowPoints: 9,
      recheckMinutes: 5,
      reliefWithinMinutes: 10,
      readyToEndPoints: 4,
    },
    cadence: { pcl5WeekDays: 7, pcl5Days: 30, phq9Days: 14, gad7Days: 30, dssBDays: 30 },
  },
} satisfies Partial<Complete<Limits>>

const theSession = {
  vitals: {
    atHome: {
      reviewSystolicMmHg: 140,
      holdSystolicMmHg: 160,
      reviewDiastolicMmHg: 90,
      holdDiastolicMmHg: 100,
    },
    before: {
      reviewSystolicMmHg: 140,
      holdSystolicMmHg: 160,
      reviewDiastolicMmHg: 90,
      holdDiastolicMmHg: 100,
      restMinutes: 30,
      holdBelowPulsePerMinute: 45,
      reviewBelowPulsePerMinute: 50,
      reviewAbovePulsePerMinute: 100,
      holdAbovePulsePerMinute: 110,
      reviewBelowOxygenPercent: 95,
      holdBelowOxygenPercent: 93,
      holdBelowBreathsPerMinute: 10,
      reviewAboveBreathsPerMinute: 20,
      holdAboveBreathsPerMinute: 24,
      reviewTemperatureCelsius: 38,
      holdTemperatureCelsius: 38.5,
      standingFallSystolicMmHg: 20,
      standingBelowSystolicMmHg: 90,
      standingFromAgeYears: 65,
      mayGoWithout: ['temperature'],
    },
    during: {
      reviewSystolicMmHg: 160,
      reviewDiastolicMmHg: 100,
      highSystolicMmHg: 180,
      highDiastolicMmHg: 110,
      lowSystolicMmHg: 90,
      repeatMinutes: 5,
      pulseFromPerMinute: 50,
      pulseToPerMinute: 120,
      reviewBelowOxygenPercent: 94,
      emergencyOxygenPercent: 90,
      personBelowBreathsPerMinute: 10,
      personAboveBreathsPerMinute: 24,
      emergencyBelowBreathsPerMinute: 8,
      emergencyPauseSeconds: 10,
      readingAtMinutes: [0, 40, 120],
    },
    after: {
      highestSystolicMmHg: 140,
      highestDiastolicMmHg: 90,
      lowestSystolicMmHg: 90,
      lowestOxygenPercent: 94,
      oxygenFallPercent: 2,
    },
  },
  fitness: { minimumSleepHours: 4, pregnancyTestMaxAgeHours: 24 },
  session: {
    phases: [
      { phase: 'eligibility', fromMinutes: -4320, toMinutes: -1440 },
      { phase: 'day-of-check', fromMinutes: -180, toMinutes: -60 },
      { phase: 'preparation', fromMinutes: -60, toMinutes: 0 },
      { phase: 'dose', fromMinutes: 0, toMinutes: 10 },
      { phase: 'onset', fromMinutes: 10, toMinutes: 20 },
      { phase: 'peak', fromMinutes: 20, toMinutes: 70 },
      { phase: 'return', fromMinutes: 70, toMinutes: 120 },
      { phase: 'recovery', fromMinutes: 120, toMinutes: 240 },
    ],
    lookInEveryMinutes: 15,
    silence: { callSupportPersonMinutes: 3, callClinicianMinutes: 5, emergencyGuidanceMinutes: 10 },
    vomitingTimes: 2,
    frozenMinutes: 5,
    lateSedationAfterMinutes: 60,
    lateSedationWithinMinutes: 60,
    minimumObservationMinutes: 120,
    maximumObservationMinutes: 240,
    rouseEveryMinutes: 15,
    readyToEndRecheckMinutes: 15,
    maximumSyncAgeMinutes: 60,
  },
  support: { minimumAgeYears: 18, isSoberRequired: true, staysHours: 4 },
  drive: { rule: 'next-day-after-sleep', notBeforeHours: 16 },
} satisfies Partial<Complete<Limits>>

const theTimeAfter = {
  escalation: {
    tiers: [
      { whom: 'clinician-on-duty', afterMinutes: 0 },
      { whom: 'prescriber', afterMinutes: 5 },
      { whom: 'backup', afterMinutes: 10 },
      { whom: 'coordinator', afterMinutes: 15 },
    ],
    helpAnsweredSeconds: 120,
    suicideAnsweredSeconds: 300,
    dutyPhone: '(305) 555-0143',
    watchedCoordinatorHours: 24,
    watchedClinicianHours: 28,
    watchedAfterScreenDays: 30,
    nudgeHours: 28,
    coordinatorHours: 36,
    clinicianHours: 48,
  },
  integration: { windowFromHours: 24, windowToHours: 72, isTherapyEssential: false },
  monitoring: {
    altReviewTimesUpperLimit: 1.5,
    altHoldTimesUpperLimit: 3,
    liverEveryMonths: 6,
    bladderEveryMonths: 1,
    substanceEveryMonths: 3,
    homeBloodPressureEveryMonths: 1,
    missedCheckIns: 2,
    unrealLongerThanHours: 24,
  },
  schedule: { questionsOnSessionDay: 12, questionsPerDayInWatch: 5, heavyScalesPerWeek: 1 },
} satisfies Partial<Complete<Limits>>

/** Invented numbers, in every field a protocol has. */
export const INVENTED_LIMITS: Complete<Limits> = {
  ...theMedicineAndTheCourse,
  ...beginningAndQuestionnaires,
  ...theSession,
  ...theTimeAfter,
}

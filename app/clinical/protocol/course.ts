/**
 * What the practice signed about the medicine and the course. The software checks an order against these and
 * proposes none: every number of medicine stands in a signed protocol and nowhere in the code.
 */

export type Route = 'sublingual' | 'oral'

/** How careful a plan has to be. A plan's level is never less careful than its facts ask for. */
export const CAUTION_LEVELS = ['usual', 'careful', 'most-careful'] as const
export type CautionLevel = (typeof CAUTION_LEVELS)[number]

/**
 * One level's band. What it leaves out is as for everybody; a level more careful than another may only be equal
 * or stricter. Where a first dose begins is signed for each level by itself, or is missing there.
 */
export type DoseBand = {
  level: CautionLevel
  /** Where a first dose begins. A prescriber decides from there; the software never goes above it. */
  startMg?: number
  firstMinMg?: number
  firstMaxMg?: number
  stepMaxMg?: number
  absoluteMaxMg?: number
  minDaysBetweenSteps?: number
  maxSessions?: number
  minDaysBetweenSessions?: number
  reviewAfterSessions?: number
  planDays?: number
  reEvaluateAfterDays?: number
  isTherapistRequired?: boolean
}

export type DoseLimits = {
  route?: Route
  /** Forms the practice orders, by the pharmacy's name for them. */
  units?: readonly string[]
  unitStrengthsMg?: readonly number[]
  /** Whether what is left in the mouth is swallowed or spat out. */
  residue?: 'swallow' | 'spit'
  holdMinutes?: number
  isWeightBased?: boolean
  firstMinMg?: number
  firstMaxMg?: number
  stepMaxMg?: number
  absoluteMaxMg?: number
  /** Where the dose goes by weight: no more than this many mg for each kg. */
  absoluteMaxMgPerKg?: number
  minDaysBetweenSteps?: number
  requiresPrescriberReviewBetweenSteps?: boolean
  /** So many steps up without recorded improvement are looked at. */
  stepsWithoutImprovementCount?: number
  bands?: readonly DoseBand[]
}

export type CourseLimits = {
  maxSessions?: number
  minDaysBetweenSessions?: number
  maxMonths?: number
  /** After this many sessions without improvement: stop or go on is decided. */
  reviewAfterSessions?: number
  /** A plan ends this many days after it begins, whatever is left of it. */
  planDays?: number
  /** The whole plan is looked at together no later than this many days after it begins. */
  reEvaluateAfterDays?: number
  maintenanceMinDays?: number
  /** The signed protocol itself, a telehealth basis, a licence: told this many days before it ends. */
  expiryNoticeDays?: number
}

export type FastingLimits = {
  foodHours?: number
  clearLiquidsMinutes?: number
  alcoholHours?: number
  sedativeHours?: number
  cannabisHours?: number
}

/** Classes of medicine a protocol says something about. */
export const MEDICINE_CLASSES = [
  'theophylline',
  'benzodiazepine',
  'opioid-full-agonist',
  'buprenorphine-or-methadone',
  'sedative',
  'stimulant',
  'stimulant-not-prescribed',
  'decongestant',
  'maoi',
  'lamotrigine',
  'naltrexone',
  'alpha-blocker-or-agonist',
  'other-antihypertensive',
  'cyp3a4-inhibitor-clarithromycin',
  'cyp3a4-inhibitor-other',
  'grapefruit',
  'cyp2b6-inhibitor',
  'enzyme-inducer',
  'thyroid-hormone',
  'antipsychotic',
  'lithium',
  'antidepressant',
  'seizure-or-nmda-overlap',
  'barbiturate-or-ghb',
  'alcohol',
  'cannabis',
  'enzyme-inhibiting-antidepressant',
] as const
export type MedicineClass = (typeof MEDICINE_CLASSES)[number]

export type MedicineLimits = {
  /** What each class means here. A class without an entry has been signed by nobody. */
  classes?: readonly {
    class: MedicineClass
    action: 'block' | 'review' | 'inform'
    /** Hours between the last one and a dose of ketamine. */
    holdHours?: number
    /** Days for which a stopped one still counts. */
    washOutDays?: number
  }[]
  /** Blood-pressure and nightmare medicines: last taken no nearer and no farther than this. */
  alphaMedicineFromHours?: number
  alphaMedicineToHours?: number
  /** The list of medicines was gone through no longer ago than this. */
  reconciledWithinDays?: number
}

export type RefillLimits = {
  maxUnits?: number
  /** A request this many days before it is due, or fewer, is not early. */
  earlyDays?: number
  /** From this many early or lost supplies in a course, no more until a prescriber has spoken with the person. */
  blockFromTimes?: number
  /** Craving of this many points or more counts, 0 to 10. */
  cravingPoints?: number
  /** So many times in a row. */
  cravingTimes?: number
}

/** Lists that several phases ask about, in the words of the code. */

/** Heart and vessels: any one stops treatment at home until a clinician has looked. Recent: within six months. */
export const HEART_CONDITIONS = [
  'aneurysm',
  'arteriovenous-malformation',
  'aortic-dissection',
  'brain-haemorrhage',
  'stroke-or-tia-recent',
  'heart-attack-recent',
  'unstable-angina',
  'uncontrolled-hypertension',
  'decompensated-heart-failure',
  'serious-arrhythmia',
] as const
export type HeartCondition = (typeof HEART_CONDITIONS)[number]

/** How often somebody feels unreal or loses time, in their own word: our one question, and no scale. */
export const FEELS_UNREAL = ['never', 'sometimes', 'often', 'most-days'] as const
export type FeelsUnreal = (typeof FEELS_UNREAL)[number]

export type SexAtBirth = 'female' | 'male' | 'intersex'

export type PregnancyTest = 'negative' | 'positive' | 'not-done'

/** What the home has, and how it is kept. */
export const STORAGE_NEEDS = ['lockbox', 'away-from-children', 'away-from-pets', 'weapons-locked'] as const
export type StorageNeed = (typeof STORAGE_NEEDS)[number]

/** A number of an order in which a signed plan may depart from the protocol, with a prescriber's reason. */
export type OrderNumber = 'doseMg' | 'stepMg' | 'daysSinceLastStep' | 'daysBetweenSessions'

/** An order as the prescriber wrote it. The software compares it; it proposes none. */
export type Order = {
  unitStrengthMg: number
  doseMg: number
  /** Above the dose before; 0 for the same, negative for less. */
  stepMg: number | 'first-order'
  units: number
  daysBetweenSessions: number
  /** Since the dose last went up. */
  daysSinceLastStep: number | 'never'
  /** Numbers outside the protocol that a prescriber signed with a reason, which the medical director is shown. */
  departsIn: readonly OrderNumber[]
}

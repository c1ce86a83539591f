/** Which sheet each fact of a sensitive segment was told in: its id stands in a finding where the value must not. */
import { scaleSheet } from '../instruments/scale-response.ts'
import type { RecordIds } from '../rules/rule.ts'
import { CLINICIAN_SHEET, type PartKey, sheetKind } from './parts.ts'

const TOLD_IN: Readonly<Record<string, PartKey>> = {
  everPsychoticOrManicOnSubstance: 'thoughts',
  alcoholQuestion: 'habits',
  taps1: 'habits',
  hasCurrentDependence: 'habits',
  everOpioidUseDisorder: 'habits',
  everMisusedKetamineOrPcp: 'earlier',
  substanceClasses: 'list',
  isPregnancyTestNeeded: 'private',
  isBreastfeeding: 'private',
  pregnancyTest: 'private',
  isUnsafeAtHome: 'alone',
  fearsSupportPerson: 'alone',
}
/** By the codes of the scales they are read from, where those were asked. */
const SCORED: Readonly<Record<string, string>> = {
  auditCTotal: 'audit-c',
  dast10Total: 'dast-10',
  taps1: 'taps-1',
  alcoholQuestion: 'taps-1',
}
const RECORDED = ['pdmpShowsOpioid', 'pdmpShowsBenzodiazepine', 'pdmpShowsOtherKetamine', 'pdmpPrescribers']

/** @param sheetIds the latest sheet of each kind */
export const recordIdsOf = (sheetIds: ReadonlyMap<string, string>): RecordIds => ({
  ...Object.fromEntries(Object.entries(TOLD_IN).map(([fact, part]) => [fact, sheetIds.get(sheetKind(part))])),
  ...Object.fromEntries(
    Object.entries(SCORED).flatMap(([fact, code]) => {
      const id = sheetIds.get(scaleSheet(code))
      return id === undefined ? [] : [[fact, id]]
    }),
  ),
  ...Object.fromEntries(RECORDED.map((fact) => [fact, sheetIds.get(CLINICIAN_SHEET)])),
})

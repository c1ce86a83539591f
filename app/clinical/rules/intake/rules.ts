import {
  bladderBaseline,
  bloodPressureAtHome,
  breastfeeding,
  liver,
  olderAge,
  pregnancyTest,
  sleepApnea,
} from './body.ts'
import { consents, location, telehealthBasis } from './consent-and-basis.ts'
import { allergy, heartOrVesselsOnRecord, raisedPressure, seizureOrThyroid } from './contraindications.ts'
import { hardTime, noSupportPerson, outOfReach, storage, unsafeHome } from './home.ts'
import { alphaMedicine, blockedMedicine, reviewedMedicine } from './medicines.ts'
import { pdmpFindings, pdmpQueryDue } from './monitoring-programme.ts'
import { orderOutsideProtocol, weightAndHeight } from './order.ts'
import { mania, psychosis } from './psychosis-and-mania.ts'
import { alcohol, ketamineMisuse, substances } from './substances.ts'
import {
  highSuicideRisk,
  lowSuicideRisk,
  moderateSuicideRisk,
  phq9ItemNine,
  suicideQuestionSkipped,
} from './suicide-risk.ts'
import {
  complexTrauma,
  dissociation,
  dissociativeDisorder,
  pcl5Positive,
  severeLowMood,
  traumaWithoutTherapist,
} from './trauma-and-mood.ts'

/** Group B: intake, before anything is ordered. */
export const intakeRules = {
  B01: highSuicideRisk,
  B02: moderateSuicideRisk,
  B03: lowSuicideRisk,
  B04: suicideQuestionSkipped,
  B05: phq9ItemNine,
  B06: severeLowMood,
  B07: pcl5Positive,
  B08: complexTrauma,
  B09: dissociation,
  B10: dissociativeDisorder,
  B11: psychosis,
  B12: mania,
  B13: alcohol,
  B14: substances,
  B15: ketamineMisuse,
  B16: pdmpQueryDue,
  B17: pdmpFindings,
  B18: blockedMedicine,
  B19: reviewedMedicine,
  B20: alphaMedicine,
  B21: bloodPressureAtHome,
  B22: sleepApnea,
  B23: bladderBaseline,
  B24: liver,
  B25: pregnancyTest,
  B26: breastfeeding,
  B27: olderAge,
  B28: noSupportPerson,
  B29: unsafeHome,
  B30: traumaWithoutTherapist,
  B31: consents,
  B32: telehealthBasis,
  B33: location,
  B34: orderOutsideProtocol,
  B35: weightAndHeight,
  B36: allergy,
  B37: heartOrVesselsOnRecord,
  B38: raisedPressure,
  B39: seizureOrThyroid,
  B40: outOfReach,
  B41: hardTime,
  B42: storage,
}

export type IntakeRuleId = keyof typeof intakeRules

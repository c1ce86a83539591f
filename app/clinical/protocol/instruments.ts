/** What the practice signed about who may begin, and about its questionnaires. Published figures differ. */

export type AssessmentLimits = {
  /** Whole years, this age included. */
  minimumAgeYears?: number
  /** Two-letter codes of the states served. */
  statesServed?: readonly string[]
  /** Count of the PC-PTSD-5, 0 to 5. */
  pcPtsd5Count?: number
  /** Total of the PHQ-2, 0 to 6. */
  phq2Total?: number
  /** Total of the GAD-2, 0 to 6. */
  gad2Total?: number
}

export type IntakeLimits = {
  /** From this age on a prescriber looks, in whole years. */
  reviewAgeYears?: number
  /** Self-harm, an assault or a death of somebody close counts as recent for this many days. */
  recentEventDays?: number
  /** A query of the prescription monitoring programme is good for this many days. */
  pdmpMaxAgeDays?: number
  /** This many prescribers of controlled substances within `pdmpWindowDays` is looked at. */
  pdmpPrescriberCount?: number
  pdmpWindowDays?: number
  plausibleWeightFromKg?: number
  plausibleWeightToKg?: number
  plausibleHeightFromCm?: number
  plausibleHeightToCm?: number
  /** Consents that have to be in force, by their keys. */
  requiredConsents?: readonly string[]
}

export type InstrumentLimits = {
  /** Points of the PCL-5 total, 0 to 80. Published figures differ: docs/clinical/pcl5.md. */
  pcl5?: {
    /** A total from which a therapist is asked for. */
    cutOffTotal?: number
    /** A total from which a plan is more careful. */
    severeTotal?: number
    /** A rise of this much over any earlier total is looked at before the next dose. */
    worseningPoints?: number
    /** A change of this much from the first total is more than chance. */
    reliableChangePoints?: number
    /** A fall of this much matters to the person. */
    meaningfulChangePoints?: number
    /** A total at or under this one is nearer to people without PTSD. */
    endpointTotal?: number
  }
  /** Points of the PHQ-9 total, 0 to 27. */
  phq9?: {
    reviewTotal?: number
    worseningPoints?: number
    meaningfulChangePoints?: number
    reliableChangePoints?: number
  }
  /** Points of the GAD-7 total, 0 to 21. */
  gad7?: { worseningPoints?: number; meaningfulChangePoints?: number; reliableChangePoints?: number }
  /** Means of the DES-II and of its taxon items, 0 to 100. */
  des?: { reviewMean?: number; reviewTaxonMean?: number }
  /** Points of the DSS-B total, 0 to 32. */
  dssB?: {
    reviewTotal?: number
    /** A single rise over the person's own total before treatment. */
    risePoints?: number
    /** A rise that counts when it is seen twice in a row. */
    repeatedRisePoints?: number
  }
  /** Points of the AUDIT-C total, 0 to 12. */
  auditC?: {
    adviseTotalMen?: number
    /** Also for everybody whose sex at birth is not known. */
    adviseTotalOthers?: number
    reviewTotal?: number
  }
  /** Points of the DAST-10 total, 0 to 10. */
  dast10?: { reviewTotal?: number }
  /** Endorsed items of the PQ-16, 0 to 16. */
  pq16?: { reviewCount?: number }
  /** Points of the ICSI total, 0 to 20. */
  icsi?: { reviewTotal?: number; risePoints?: number }
  /** Points of distress, 0 to 10: the one ladder of distress. */
  suds?: {
    /** Before a dose: from here on the day is looked at. */
    highBeforePoints?: number
    /** Before a dose: this far above the person's own usual. */
    aboveUsualPoints?: number
    /** In session: grounding from here on. */
    groundingPoints?: number
    /** In session: a person now from here on, once. */
    personNowPoints?: number
    /** In session: a person now where it is still at grounding after this many tools. */
    personAfterTools?: number
    /** Look again after this long. */
    recheckMinutes?: number
    /** A person now after this long without relief. */
    reliefWithinMinutes?: number
    /** At the end: at or under this. */
    readyToEndPoints?: number
  }
  /** How often each is asked, in days, by the instrument's code. */
  cadence?: {
    pcl5WeekDays?: number
    pcl5Days?: number
    phq9Days?: number
    gad7Days?: number
    dssBDays?: number
  }
}

/**
 * What the rules rest on, by the keys they cite.
 *
 * Marks as in docs/clinical/README.md: [V] was seen in an excerpt of the source, [M] is general knowledge, and
 * what has neither is a choice of this project. The medical director opens the sources before signing.
 */
export const SECTIONS = {
  'S-1':
    'Positions on compounded ketamine: FDA 2022 and 2023 [V], VA/DoD guideline 2023 "suggest against" for PTSD [V], ASA: defined course, minimum dose [V]',
  'S-2':
    'Contraindications: exclusions of the Hull 2022 cohort [V], esketamine label [V], ketamine label [V, in part M]',
  'S-3':
    'Cautions after trauma: no trial by complex PTSD or dissociative disorder was located; dissociation is not the aim (esketamine, n = 576) [V]',
  'S-4':
    'Interactions: ketamine label on theophylline, benzodiazepines and opioids [V]; clarithromycin, grapefruit, rifampicin, St John’s wort in humans [V]; the rest by class',
  'S-5':
    'Readings: a remote clinic’s 160/90 and 100 [V], esketamine’s times and 140/90 [V]; the bands are a proposal',
  'S-6':
    'Fasting, driving, support person, observation: esketamine label and clinics’ own rules [V]; a cohort’s eight-hour session [V]',
  'S-7': 'Red flags and what is done about them; a proposal',
  'S-8': 'Pregnancy, breastfeeding, age: esketamine and ketamine labels [V]',
  'S-10': 'Adverse events in published cohorts [V]; most were collected passively',
  'S-11':
    'Long-term risk: bladder, liver, dependence; case reports and labels [V]; how often to look is a proposal',
  'S-12': 'Diversion and misuse controls; a proposal, with a clinic’s limit on supply [V]',
  'I-0': 'Rules for every questionnaire: a skipped safety answer is never a no; a proposal',
  'I-1': 'PC-PTSD-5: 3 is most sensitive, 4 most efficient [V]',
  'I-2': 'PCL-5: cut-point 31 to 33 [V]; change figures differ between 5 and 18 points [V]',
  'I-4': 'ITQ: ICD-11 PTSD and complex PTSD, by its published algorithm [V, in part M]',
  'I-5': 'PHQ-9 and PHQ-2: bands, item 9, change of 5 points [V, in part M]',
  'I-6': 'GAD-7 and GAD-2: cut 10 and 3 [M]',
  'I-7': 'C-SSRS screener: the highest answer decides, never a sum [V]',
  'I-8': 'DES-II, its taxon items, DSS-B: mean of people with PTSD 32 [V]; no cut-off for change was found',
  'I-9': 'AUDIT-C: 4 for men, 3 for women [V]',
  'I-10': 'DAST-10 and TAPS-1: 3 and above, anything but never [V]',
  'I-11': 'MDQ and RMS: a negative screen excludes nothing [V]',
  'I-12': 'PQ-16: 6 of 16 [V]; PTSD raises it',
  'I-14': 'SUDS: no validated cut-off; local steps [M]',
  'I-15': 'MOAA/S and its four lay words [V]; nobody at home causes pain to test it',
  'I-16': 'Ready-to-end list; local, near Aldrete and PADSS [V]',
  'I-17': 'KSET: a structured record of side effects, without a total [V]',
  'I-18': 'ICSI: the rise counts, not the cut; a proposal',
  'I-19': 'Integration scales: never a test of success',
  'I-21': 'STOP-BANG: 5 of 8, or 2 of the first four with one more [V]',
  'I-24':
    'ASQ: any yes or a refusal is positive; adult inpatients n = 727 [V]; untested after ketamine at home',
  'T-1': 'Safety, voice and choice: SAMHSA 2014 [V]',
  'T-2': 'Safety plan in six steps, with follow-up calls: Stanley and Brown, cohort comparison [V]',
  'T-3': 'Grounding steps; the practice’s own, with timings proposed',
  'T-4': 'Discomfort or crisis, by what can be seen; a proposal',
  'T-5': 'Crisis lines and the address help is sent to [V, in part M]',
  'T-8':
    'Telehealth basis of a Schedule III order, until 31 December 2026 [V]; state monitoring programmes [V, in part M]',
  'P-2': 'Published courses: four sessions over four weeks is usual at home [V]; not a dose to copy',
  'P-3': 'Session timeline; a template',
  'P-4': 'The ladder of silence; a proposal',
  'P-5': 'An order is compared with the signed protocol, and none is proposed',
  'E-4': 'A window after the dose for therapy: animal and early human work; limited',
  'E-5': 'The programme’s claims, graded: therapy is first-line [V]; a self-check establishes nothing',
  practice: 'The practice’s own article on ketamine therapy after trauma',
  label: 'Esketamine and ketamine labels, as excerpted [V]',
  proposal: 'A proposal of this project, for the medical director to judge',
} as const

export type Section = keyof typeof SECTIONS

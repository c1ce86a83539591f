import type { IntakeRuleId } from '../../../clinical/rules/intake/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

const medicine =
  'One of your medicines needs a check first. Please keep taking it as usual unless your clinician says otherwise.'

/** Group B: intake. */
export const intake: Record<IntakeRuleId, RuleWords> = {
  B01: {
    condition: 'C-SSRS high: intent, a plan, or behavior within three months',
    patient: ({ crisis, team }) => `${crisis} ${team}`,
    clinician: 'C-SSRS high. Call now. Number and address, as far as told, are on the patient page.',
  },
  B02: {
    condition: 'C-SSRS moderate: thoughts with a method, or behavior longer ago',
    patient: ({ team }) => `Before the next step comes a talk about staying safe. ${team}`,
    clinician: 'C-SSRS moderate. Evaluate and complete a safety plan before anything goes on.',
  },
  B03: {
    condition: 'C-SSRS low: a wish to be dead or thoughts without a method, and nothing else',
    patient: ({ team }) => `Thank you for telling us. A safety plan can help, made together. ${team}`,
    clinician: 'C-SSRS low, which is not none. Offer a safety plan.',
  },
  B04: {
    condition: 'Any question of the C-SSRS skipped',
    patient: ({ team }) => `Skipping is OK. ${team}`,
    clinician: 'Questions of the C-SSRS were skipped. Speak with the person before going on.',
  },
  B05: {
    condition: 'PHQ-9 item 9 answered with more than "not at all", and no suicide screen on the same day',
    patient: 'There are a few more questions about staying safe. You can skip any of them.',
    clinician: 'PHQ-9 item 9 is positive and no suicide screen was done that day.',
  },
  B06: {
    condition: 'PHQ-9 total at or above the limit',
    patient: 'Your answers show a very hard time. This is something to look at with your clinician.',
    clinician: 'PHQ-9 high. See items and function.',
  },
  B07: {
    condition: 'PCL-5 total at or above the limit, or its symptom pattern met',
    patient: null,
    clinician: 'PCL-5 positive by total, by pattern, or both. Where they disagree, ask.',
  },
  B08: {
    condition: 'ITQ: both parts met',
    patient: 'For you it makes sense to go slower, with support planned first.',
    clinician: 'ITQ pattern of complex PTSD. Preparation, a therapist and a careful plan first.',
  },
  B09: {
    condition:
      'DES-II or its taxon mean at or above the limit; where no DES is loaded, DSS-B at or above its limit; where neither is, unreal or losing time often or most days, by one question of our own',
    patient: 'Feeling unreal or losing time matters for your plan.',
    clinician: 'Dissociation outside sessions. To talk about; no reason by itself to turn anybody away.',
  },
  B10: {
    condition: 'A dissociative disorder diagnosed, or B08 and B09 together',
    patient: 'The right support has to be in place first.',
    clinician: 'Not at home before a written plan with a therapist who knows dissociation.',
  },
  B11: {
    condition:
      'Any of the practice’s hard questions on psychosis answered yes, or PQ-16 at or above the limit',
    patient: 'A clinician should talk with you about these answers.',
    clinician: 'Psychosis screen. PTSD raises the PQ-16: interview.',
  },
  B12: {
    condition: 'Mania now; or mania before, or a positive bipolar screen',
    patient: ({ neutral }) => neutral,
    clinician: 'Mania now, before, or by screen. See which question.',
  },
  B13: {
    condition:
      'AUDIT-C at or above the limit for the person’s sex at birth, or above the higher one; where none is loaded, the single alcohol question positive',
    patient: 'Alcohol and this medicine do not mix on session days.',
    clinician: 'Alcohol screen positive. If all points come from the first question, ask about amounts.',
  },
  B14: {
    condition:
      'Dependence now or opioid use disorder ever; or DAST-10 at or above the limit; where none is loaded, TAPS-1 on drugs or medicines',
    patient: 'Thank you for being open. A clinician needs to plan around this with you.',
    clinician: 'Substance use. See which answer; it is kept apart from the rest of the record.',
  },
  B15: {
    condition: 'Ketamine or PCP used before in a way that caused harm',
    patient: ({ neutral }) => neutral,
    clinician: 'Earlier misuse of ketamine or PCP.',
  },
  B16: {
    condition: 'No query of the state’s prescription monitoring program, or one older than the limit',
    patient: null,
    clinician: 'Query E-FORCSE (Florida) or NJPMP (New Jersey) before ordering.',
  },
  B17: {
    condition:
      'Monitoring program shows an opioid, a benzodiazepine, ketamine from elsewhere, or as many prescribers as the limit',
    patient: null,
    clinician: 'Monitoring program shows other controlled substances. It goes before what was said.',
  },
  B18: {
    condition:
      'A medicine of a class the protocol does not allow beside ketamine, told or shown by the monitoring program',
    patient: medicine,
    clinician: 'Medicine of a class the protocol blocks. Ask nobody to stop it without its prescriber.',
  },
  B19: {
    condition:
      'A medicine of a class the protocol wants reviewed, told or shown by the monitoring program, or one that matched no ingredient',
    patient: medicine,
    clinician: 'Medicine to review, or not recognized. Do not stop abruptly.',
  },
  B20: {
    condition: 'Takes prazosin, doxazosin, clonidine or guanfacine',
    patient: 'Your nightmare or blood pressure medicine matters here. Tell us when you took it.',
    clinician: 'Alpha medicine: ask for the last dose, take a standing reading, warn of falls.',
  },
  B21: {
    condition: 'Mean blood pressure at home at or above the review or the hold limit',
    patient: 'Your blood pressure is higher than our plan allows. This comes first.',
    clinician: 'Home blood pressure, mean of two days.',
  },
  B22: {
    condition:
      'STOP-BANG high; with a benzodiazepine or an opioid besides, told or shown by the monitoring program, block',
    patient: 'Sleep apnea can matter with this medicine.',
    clinician: 'STOP-BANG high. Sedation adds to it.',
  },
  B23: {
    condition:
      'Blood in the urine, or ICSI at or above the limit; where none is loaded, any bladder warning sign',
    patient: 'Bladder symptoms come first.',
    clinician: 'Bladder symptoms before the first dose.',
  },
  B24: {
    condition: 'Severe liver disease, or ALT at or above the review or the hold limit',
    patient: ({ neutral }) => neutral,
    clinician: 'Liver: disease named, or ALT as a multiple of the laboratory’s upper limit.',
  },
  B25: {
    condition: 'A pregnancy test applies, and is positive or not done',
    patient: 'There is one more private step. Your clinician can explain it.',
    clinician: 'Pregnancy test due or positive. Private.',
  },
  B26: {
    condition: 'Breastfeeding',
    patient: 'Timing around feeding is something to plan with you.',
    clinician: 'Breastfeeding. Ask the infant’s age; plan a pause.',
  },
  B27: {
    condition: 'At or above the age from which a prescriber looks',
    patient: null,
    clinician: 'Older age: falls and blood pressure.',
  },
  B28: {
    condition: 'No support person who has agreed and is confirmed',
    patient: 'A sober adult who stays with you is part of the plan. Need help finding one?',
    clinician: 'No confirmed support person.',
  },
  B29: {
    condition: 'Not safe at home, or afraid of the support person; asked alone',
    patient:
      'You can leave this page fast with the exit button. Help for people who are not safe at home is here.',
    clinician:
      'Not safe at home. Confidential: never shown to the support person. Ask how to reach them safely.',
  },
  B30: {
    condition: 'PTSD by diagnosis, PCL-5 or ITQ, or B09, and no therapist; with B08 and B09 together, block',
    patient: 'Therapy helps people recover from trauma. Would you like help finding a therapist?',
    clinician: 'Trauma without a therapist.',
  },
  B31: {
    condition: 'A consent the practice requires is not in force',
    patient: 'Some papers still need you to read and agree. You see which ones on your page.',
    clinician: 'Consents not in force.',
  },
  B32: {
    condition:
      'No legal basis for the order, one that has run out, or an encounter without sound and picture',
    patient: null,
    clinician: 'No basis in force for a controlled substance by telehealth. Nobody can open this.',
  },
  B33: {
    condition: 'At the visit in a state the practice does not serve',
    patient: 'Please tell us when you are back in a state where we can care for you.',
    clinician: 'Outside the states served, by what was attested. Nobody can open this.',
  },
  B34: {
    condition:
      'Order outside the signed protocol: strength, amount, step, days between steps or sessions, or quantity',
    patient: null,
    clinician:
      'Order outside the signed range. An exception needs a reason and goes to the medical director.',
  },
  B35: {
    condition: 'Dose goes by weight, and weight or height is missing or cannot be true',
    patient: 'Please check your weight and height.',
    clinician: 'Weight or height missing or implausible.',
  },
  B36: {
    condition: 'Allergy to ketamine, esketamine or an ingredient',
    patient: ({ neutral }) => neutral,
    clinician: 'Allergy. Nobody can open this. Ask for agent and reaction.',
  },
  B37: {
    condition: 'Anything on the list of heart and blood vessel conditions, asked again for the record',
    patient: 'Your heart and blood vessel history needs a clinician’s look first.',
    clinician: 'Heart or vessel condition on record.',
  },
  B38: {
    condition: 'Raised pressure in the head, head injury with symptoms, or angle-closure glaucoma',
    patient: ({ neutral }) => neutral,
    clinician: 'Pressure in head or eye.',
  },
  B39: {
    condition: 'Untreated overactive thyroid; or a seizure disorder',
    patient: ({ neutral }) => neutral,
    clinician: 'Thyroid or seizures.',
  },
  B40: {
    condition: 'No phone line at the place of the session, or no address that can be confirmed',
    patient: 'There has to be a way to reach you there.',
    clinician: 'No voice line, or no address to send help to.',
  },
  B41: {
    condition: 'Self-harm, an assault or a death within the limit of days; or a hard anniversary on the day',
    patient: 'Timing matters. This may be a time to wait a little, and that is fine.',
    clinician: 'A recent event or an anniversary. No story is asked; talk about timing.',
  },
  B42: {
    condition: 'First order, and one of lockbox, children, pets or weapons not confirmed',
    patient:
      'Before the first package comes: a locked box, out of reach of children and pets, and weapons locked away.',
    clinician: 'Storage not confirmed.',
  },
}

import type { AssessmentRuleId } from '../../../clinical/rules/assessment/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

/** Group A: the free assessment. */
export const assessment: Record<AssessmentRuleId, RuleWords> = {
  A01: {
    condition: 'Younger than the age from which the practice treats',
    patient: ({ crisis }) => `This program is for adults. Here are places that can help teens. ${crisis}`,
    clinician: 'Too young. Nothing is stored.',
  },
  A02: {
    condition: 'In a state the practice does not serve',
    patient: 'We cannot care for people where you are. Here are other ways to get help.',
    clinician: 'Outside the states served. Only a count is kept.',
  },
  A03: {
    condition: 'Not safe right now, or words about ending one’s life in any text',
    patient: ({ crisis }) => `${crisis} You can stay on this page as long as you like.`,
    clinician:
      'Not safe now, by their own answer or words. You are told only if they agreed to be contacted.',
  },
  A04: {
    condition: 'Pregnant, or trying to be',
    patient: 'This treatment is not used in pregnancy. A clinician can talk about other options.',
    clinician: 'Pregnant or trying.',
  },
  A05: {
    condition: 'A psychosis ever diagnosed, or mania now',
    patient: 'A clinician should talk with you before any next step.',
    clinician: 'Psychosis diagnosed, or mania now.',
  },
  A06: {
    condition: 'Anything on the list of heart and blood vessel conditions',
    patient: 'Your heart and blood vessel history needs a clinician’s look first.',
    clinician: 'Heart or vessel condition named.',
  },
  A07: {
    condition: 'PC-PTSD-5 at or above the limit',
    patient: 'Trauma care with a therapist may help. We can ask a little more, only if you want.',
    clinician: 'PC-PTSD-5 positive. Offer the PCL-5.',
  },
  A08: {
    condition: 'PHQ-2 or GAD-2 at or above the limit',
    patient: 'It sounds like a hard time lately.',
    clinician: 'PHQ-2 or GAD-2 positive.',
  },
  A09: {
    condition: 'Always, with the result',
    patient:
      'This cannot tell you if ketamine is right for you. A clinician decides. It is off-label. A VA and DoD guide suggests not using ketamine for PTSD. It puts talk therapy first.',
    clinician: 'Shown with every result.',
  },
}

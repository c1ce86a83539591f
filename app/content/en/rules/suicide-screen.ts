import type { SuicideScreenRuleId } from '../../../clinical/rules/suicide-screen/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

/** Group S: the suicide screen, wherever it is asked. */
export const suicideScreen: Record<SuicideScreenRuleId, RuleWords> = {
  S01: {
    condition: 'ASQ: thoughts right now, or that question declined',
    patient: ({ crisis, team }) => `${crisis} ${team}`,
    clinician: 'ASQ acute. Call now. Number and address, as far as told, are on the patient page.',
  },
  S02: {
    condition: 'ASQ: any of the first four answered yes or declined, and not right now',
    patient: ({ team }) => `Before the next step comes a talk about staying safe. ${team}`,
    clinician: 'ASQ positive. Evaluate and complete a safety plan before anything goes on.',
  },
  S03: {
    condition: 'ASQ: any question skipped or declined',
    patient: ({ team }) => `Skipping is OK. ${team}`,
    clinician:
      'Questions of the ASQ were skipped, and that is no "no". Speak with the person before going on.',
  },
}

import type { AssessmentResult, Reason } from '../../clinical/assessment/result.ts'
import { patientText } from '../../content/rule-words.ts'
import type { Language, Words } from '../../content/words.ts'
import { AssessmentResultPage, RESULT_FORM } from '../../ui/pages/assessment-result.tsx'
import type { RouteContext } from '../route.ts'
import { type Carried, sealCarried } from './assessment-form.ts'

export const ASSESSMENT = '/assessment'
export const REGISTER = '/register'

/** Nobody was told anything, so the words that hang on who knows of it have nothing to say. */
const NOBODY_KNOWS = { is: 'sent', to: '' } as const

/** Where the answers lead. The same page when a birth date shows it while registering. */
export function assessmentResultPage(c: RouteContext, carried: Carried, result: AssessmentResult): Response {
  const { words, language, services } = c.var
  const { kind, help, reasons, notes } = result
  const { therapist, support } = carried.answers
  const { noTherapist, noSupport } = words.assessment
  const say = (ruleId: Reason['ruleId']) => patientText(language, ruleId, NOBODY_KNOWS) ?? ''
  const body = (
    <AssessmentResultPage
      words={words}
      kind={kind}
      help={help}
      // What ends it for now is the reason; what could still be talked about does not matter then.
      reasons={reasons
        .filter(({ isOpen }) => kind !== 'not-now' || !isOpen)
        .map((reason) => reasonText(reason, language, words))}
      notes={[
        ...notes.map(say),
        ...(kind !== 'not-now' && therapist === 'no' ? [noTherapist] : []),
        ...(kind !== 'not-now' && (support === 'no' || support === 'maybe') ? [noSupport] : []),
      ]}
      limits={say('A09')}
      phone={services.practice.phone}
      action={ASSESSMENT}
      registerAction={REGISTER}
      hidden={{ sealed: sealCarried(c, carried) }}
    />
  )
  return c.var.page({
    area: 'public',
    title: words.assessment.title,
    body,
    form: { id: RESULT_FORM, field: 'step', value: 'result' },
  })
}

function reasonText({ ruleId, isOpen }: Reason, language: Language, words: Words): string {
  const open: Partial<Record<string, string>> = words.assessment.open
  return (isOpen ? open[ruleId] : undefined) ?? patientText(language, ruleId, NOBODY_KNOWS) ?? ''
}

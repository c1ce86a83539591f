/**
 * The suicide screen of a practice that has loaded its text, the moment a screen of it is sent: what asks for a person does
 * not wait for the rest of the form, nor for the intake it stands in.
 */
import type { Scope } from '../access/permit.ts'
import { cssrs } from '../clinical/instruments/cssrs.ts'
import type { Answers, Instrument } from '../clinical/instruments/instrument.ts'
import { asksForPerson } from '../clinical/instruments/safety-answers.ts'
import { riskFacts } from '../clinical/intake/facts-of-scales.ts'
import { findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import { insertFindings } from '../records/findings.ts'
import { listOfRules } from '../records/intake-findings.ts'
import { findProtocolInForce } from '../records/protocol-versions.ts'
import { isSameJson } from '../system/json.ts'
import { raiseOfRecord } from './raise-of-record.ts'

type Sent = {
  instrument: Instrument<unknown>
  answers: Answers
  /** The sheet the answers are kept in. */
  sheetId: string
  /** The same for every screen of it, so that it raises once. */
  formId: string
  /** Handed in: what it leaves open stays open. */
  isWhole: boolean
  at: Date
}

/**
 * By what was said so far, whatever is still to be asked; handed in, by the most that the gaps leave open. What stands
 * already with the same evidence stays that.
 */
export async function judgeRisk(
  scope: Scope<'submit-answers'>,
  { instrument, answers, sheetId, formId, isWhole, at }: Sent,
): Promise<void> {
  if (instrument.code !== cssrs.code || !asksForPerson(instrument, answers)) return
  const protocol = await findProtocolInForce(scope)
  const facts = riskFacts(answers)
  const said = isWhole ? facts : { ...facts, cssrsLevel: cssrs.score(answers).atLeast }
  const found = findings(JUDGED_AT.risk, said, protocol?.limits ?? {})
  const before = await listOfRules(
    scope,
    JUDGED_AT.risk.map(({ id }) => id),
  )
  const stands = (ruleId: string, evidence: unknown) =>
    before.some((one) => one.closedAs === null && one.ruleId === ruleId && isSameJson(one.evidence, evidence))
  await insertFindings(
    scope,
    { answerSheetId: sheetId },
    protocol?.version,
    found.filter(({ ruleId, evidence }) => !stands(ruleId, evidence)),
  )
  await raiseOfRecord(scope, found, () => formId, at)
}

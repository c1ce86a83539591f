/** The answers a question offers, held against the values its scorer takes. */
import * as z from 'zod/mini'
import { type Item, NO, YES } from './instrument.ts'
import { type Mismatch, mismatch, textFaults } from './questionnaire-mismatch.ts'

/** FHIR's extensions that say what an answer counts: of R4, and its newer name. */
const WEIGHTS = [
  'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  'http://hl7.org/fhir/StructureDefinition/itemWeight',
]
/** LOINC's and HL7's own codes. */
const YES_CODES = ['LA33-6', 'Y']
const NO_CODES = ['LA32-8', 'N']

const Extensions = z._default(
  z.array(z.object({ url: z.string(), valueDecimal: z.optional(z.number()) })),
  [],
)
const Option = z.object({
  valueInteger: z.optional(z.number()),
  valueString: z.optional(z.string()),
  valueCoding: z.optional(
    z.object({ code: z.optional(z.string()), display: z.optional(z.string()), extension: Extensions }),
  ),
  extension: Extensions,
  modifierExtension: z.optional(z.array(z.unknown())),
})
type Option = z.infer<typeof Option>

export type YesNoWords = { yes: string; no: string }

/** A question of the file, as far as its answers go. */
export type OfferedAnswers = {
  type: string
  answerOption?: readonly unknown[] | undefined
  answerValueSet?: string | undefined
}

export type ReadOptions = { labels: string[]; faults: Mismatch[] }

/**
 * One label for each value of the item, lowest first. With a fault, labels are not to be used.
 *
 * @param yesNo how yes and no are said in the text's language: for a question that offers no words of its own
 */
export function readOptions(item: Item, offered: OfferedAnswers, yesNo: YesNoWords): ReadOptions {
  const { linkId, values } = item
  const isYesNo = values.length === 2 && values[0] === NO && values[1] === YES
  if (offered.type === 'boolean' && isYesNo) return { labels: [yesNo.no, yesNo.yes], faults: [] }
  if (offered.type !== 'choice') return refused(mismatch('item-kind', linkId, offered.type))
  if (offered.answerValueSet !== undefined)
    return refused(mismatch('options-elsewhere', linkId, offered.answerValueSet))

  const faults: Mismatch[] = []
  const labelOf = new Map<number, string>()
  for (const one of offered.answerOption ?? []) {
    const option = Option.safeParse(one)
    if (!option.success) {
      faults.push(mismatch('option-without-value', linkId, JSON.stringify(one)))
      continue
    }
    const label = labelIn(option.data)
    faults.push(...optionFaults(option.data, label, linkId))
    const meant = isYesNo ? meaningOf(option.data, yesNo) : undefined
    const value = weightOf(option.data) ?? meant
    if (value === undefined) faults.push(mismatch('option-without-value', linkId, label))
    else if (meant !== undefined && meant !== value) faults.push(mismatch('option-reversed', linkId, label))
    else if (!values.includes(value)) faults.push(mismatch('option-extra', linkId, value))
    else if (labelOf.has(value)) faults.push(mismatch('option-twice', linkId, value))
    else labelOf.set(value, label)
  }
  for (const value of values)
    if (!labelOf.has(value) && !faults.some(({ kind }) => kind === 'option-reversed'))
      faults.push(mismatch('option-missing', linkId, value))
  return { labels: values.map((value) => labelOf.get(value) ?? ''), faults }
}

const refused = (fault: Mismatch): ReadOptions => ({ labels: [], faults: [fault] })

const labelIn = ({ valueCoding, valueString, valueInteger }: Option): string =>
  (valueCoding?.display ?? valueString ?? valueInteger?.toString() ?? '').trim()

function optionFaults({ modifierExtension }: Option, label: string, linkId: string): Mismatch[] {
  return [
    ...(modifierExtension === undefined ? [] : [mismatch('modified', linkId, label)]),
    ...(label === '' ? [mismatch('option-without-text', linkId)] : textFaults(label, linkId)),
  ]
}

/** What the answer counts, by whatever says so; undefined when nothing does, or two that differ. */
function weightOf({ extension, valueCoding, valueInteger }: Option): number | undefined {
  const weights = [...extension, ...(valueCoding?.extension ?? [])].flatMap(({ url, valueDecimal }) =>
    WEIGHTS.includes(url) && valueDecimal !== undefined ? [valueDecimal] : [],
  )
  const said = [...weights, ...(valueInteger === undefined ? [] : [valueInteger])]
  if (said.length > 0) return new Set(said).size === 1 ? said[0] : undefined
  return /^\d{1,3}$/.test(valueCoding?.code ?? '') ? Number(valueCoding?.code) : undefined
}

/** Whether the answer says yes or no, by its code or by its word. */
function meaningOf(option: Option, { yes, no }: YesNoWords): number | undefined {
  const code = option.valueCoding?.code ?? ''
  const word = labelIn(option).toLowerCase()
  if (YES_CODES.includes(code) || word === yes.toLowerCase()) return YES
  return NO_CODES.includes(code) || word === no.toLowerCase() ? NO : undefined
}

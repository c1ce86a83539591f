/**
 * Reads a FHIR R4 Questionnaire into the text of one slot, whole or not at all: everything that does not fit is
 * named, so that a file is mended in one go.
 *
 * What the file says about scoring and about which question follows which is not read: the scorer has its own.
 */
import * as z from 'zod/mini'
import type { Item } from './instrument.ts'
import { type Mismatch, mismatch, textFaults } from './questionnaire-mismatch.ts'
import { readOptions, type YesNoWords } from './questionnaire-options.ts'
import { commonStart, printedName, type TextSlot } from './questionnaire-slots.ts'
import type { LoadedText, TextLanguage } from './questionnaire-text.ts'

/** Characters; the longest of these instruments, with every answer written out, takes a quarter of it. */
export const LARGEST_QUESTIONNAIRE = 200_000
const DEEPEST = 5

export type ReadQuestionnaire =
  | { status: 'read'; text: LoadedText }
  | { status: 'refused'; mismatches: readonly Mismatch[] }

export type Expected = { language: TextLanguage; yesNo: YesNoWords }

const Children = z._default(z.array(z.unknown()), [])
const Text = z._default(z.string(), '')
const Trimmed = z._default(z.string().check(z.trim()), '')
const Head = z.object({
  resourceType: z.literal('Questionnaire'),
  status: Text,
  version: Trimmed,
  language: Trimmed,
  copyright: Trimmed,
  item: Children,
  modifierExtension: z.optional(z.array(z.unknown())),
})
const Node = z.object({
  linkId: z.string().check(z.minLength(1)),
  prefix: Text,
  text: Trimmed,
  type: z.string(),
  repeats: z._default(z.boolean(), false),
  answerOption: z.optional(z.array(z.unknown())),
  answerValueSet: z.optional(z.string()),
  item: Children,
  modifierExtension: z.optional(z.array(z.unknown())),
})
type Node = z.infer<typeof Node>

/** A question, and the texts that stand between it and the one before. */
type Question = { node: Node; before: string[] }

/** Total: every string has an answer, and none throws. */
export function readQuestionnaire(file: string, slot: TextSlot, expected: Expected): ReadQuestionnaire {
  const head = readHead(file)
  if ('kind' in head) return { status: 'refused', mismatches: [head] }
  const { questions, faults } = questionsOf(head.item)
  const mismatches = [...headFaults(head, expected.language), ...faults]

  const placed = questions.map((question) => ({ ...question, item: itemFor(question.node, slot) }))
  mismatches.push(...placeFaults(placed, slot))
  const read = placed.flatMap(({ item, node, before }) => {
    if (item === undefined) return []
    const { labels, faults } = readOptions(item, node, expected.yesNo)
    mismatches.push(...questionFaults(node, item.linkId), ...faults)
    return [{ linkId: item.linkId, text: node.text, before, labels }]
  })
  if (mismatches.length > 0) return { status: 'refused', mismatches }
  return { status: 'read', text: textOf(head, expected.language, read) }
}

function readHead(file: string): z.infer<typeof Head> | Mismatch {
  if (file.length > LARGEST_QUESTIONNAIRE) return mismatch('too-large', '', LARGEST_QUESTIONNAIRE)
  let json: unknown
  try {
    json = JSON.parse(file.replace(/^\ufeff/, ''))
  } catch {
    return mismatch('not-json')
  }
  const head = Head.safeParse(json)
  return head.success ? head.data : mismatch('not-questionnaire', pathOf(head.error))
}

const pathOf = ({ issues }: z.core.$ZodError): string => issues[0]?.path.join('.') ?? ''

function headFaults(head: z.infer<typeof Head>, language: TextLanguage): Mismatch[] {
  const faults = [...textFaults(head.version, 'version'), ...textFaults(head.copyright, 'copyright')]
  if (head.modifierExtension !== undefined) faults.push(mismatch('modified', 'modifierExtension'))
  if (head.status === 'retired') faults.push(mismatch('retired', 'status'))
  if (head.version === '') faults.push(mismatch('no-version', 'version'))
  if (head.copyright === '') faults.push(mismatch('no-notice', 'copyright'))
  if (head.language === '') faults.push(mismatch('no-language', 'language'))
  else if (head.language.toLowerCase().split('-')[0] !== language)
    faults.push(mismatch('other-language', 'language', head.language))
  return faults
}

/** Questions in the order they are read, groups opened, with the texts of groups and displays before them. */
function questionsOf(items: readonly unknown[]): { questions: Question[]; faults: Mismatch[] } {
  const questions: Question[] = []
  const faults: Mismatch[] = []
  const linkIds = new Set<string>()
  let before: string[] = []

  const walk = (nodes: readonly unknown[], depth: number, at: string): void => {
    if (nodes.length > 0 && depth > DEEPEST) {
      faults.push(mismatch('too-deep', at, DEEPEST))
      return
    }
    nodes.forEach((one, i) => {
      const node = Node.safeParse(one)
      const place = `${at}item[${i}]`
      if (!node.success) {
        faults.push(mismatch('not-questionnaire', `${place}.${pathOf(node.error)}`))
        return
      }
      const { linkId, type, text, modifierExtension, item } = node.data
      if (linkIds.has(linkId)) faults.push(mismatch('link-id-twice', linkId))
      linkIds.add(linkId)
      if (modifierExtension !== undefined) faults.push(mismatch('modified', linkId))
      faults.push(...textFaults(text, linkId))
      if (type !== 'group' && type !== 'display') {
        questions.push({ node: node.data, before })
        before = []
      } else if (text !== '') before.push(text)
      walk(item, depth + 1, `${place}.`)
    })
  }
  walk(items, 1, '')
  if (before.length > 0) faults.push(mismatch('text-after-last', 'item', before[0]))
  return { questions, faults }
}

/** By the scorer's own `linkId`; or else by what is printed before the question. */
function itemFor({ linkId, prefix }: Node, { items, further }: TextSlot): Item | undefined {
  const own = items.find((item) => item.linkId === linkId)
  if (own) return own
  if (further) {
    const isFurther = linkId.startsWith(further.prefix) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(linkId)
    return isFurther ? { linkId, values: further.values } : undefined
  }
  const printed = printedName(prefix)
  const start = commonStart(items).length
  return printed === '' ? undefined : items.find((item) => printedName(item.linkId.slice(start)) === printed)
}

/** Each of the scorer's items once, in its order, and nothing else. */
function placeFaults(
  placed: readonly { node: Node; item: Item | undefined }[],
  { items, further }: TextSlot,
): Mismatch[] {
  const faults: Mismatch[] = []
  const seen = new Set<string>()
  let last = -1
  for (const { node, item } of placed) {
    if (item === undefined) {
      faults.push(mismatch('item-extra', node.linkId, node.text))
      continue
    }
    if (seen.has(item.linkId)) {
      if (item.linkId !== node.linkId) faults.push(mismatch('item-twice', item.linkId, node.linkId))
      continue
    }
    seen.add(item.linkId)
    const place = items.indexOf(item)
    if (place < last && further === undefined) faults.push(mismatch('item-out-of-order', item.linkId))
    last = Math.max(last, place)
  }
  const missing = items.filter(({ linkId }) => !seen.has(linkId))
  return [...faults, ...missing.map(({ linkId }) => mismatch('item-missing', linkId))]
}

function questionFaults({ text, repeats }: Node, linkId: string): Mismatch[] {
  return [
    ...(text === '' ? [mismatch('item-without-text', linkId)] : []),
    ...(repeats ? [mismatch('item-repeats', linkId)] : []),
  ]
}

type ReadItem = { linkId: string; text: string; before: string[]; labels: string[] }

function textOf(
  { version, copyright }: z.infer<typeof Head>,
  language: TextLanguage,
  read: readonly ReadItem[],
): LoadedText {
  const [first] = read
  const [instruction = null, ...rest] = first?.before ?? []
  const headings = read.map(({ linkId, before }, i) => [linkId, i === 0 ? rest : before] as const)
  const labels = first?.labels ?? []
  const isOther = (own: readonly string[]) => own.join('\n') !== labels.join('\n')
  return {
    ...{ language, version, notice: copyright, instruction, list: [], stem: null, labels },
    headings: Object.fromEntries(headings.filter(([, texts]) => texts.length > 0)),
    items: Object.fromEntries(read.map(({ linkId, text }) => [linkId, text])),
    labelsOf: Object.fromEntries(
      read.filter((item) => isOther(item.labels)).map((item) => [item.linkId, item.labels]),
    ),
  }
}

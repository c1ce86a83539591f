/** The part about medicines: a line for each, near names offered and never assumed. */
import type { Permit } from '../../access/permit.ts'
import { tellPart } from '../../care/tell-intake.ts'
import { medicinesToldIn } from '../../clinical/intake/medicines-told.ts'
import { sheetKind } from '../../clinical/intake/parts.ts'
import { readMedicine } from '../../clinical/medicines/medicine-list.ts'
import { medicineListWords } from '../../content/medicine-words.ts'
import type { Fields } from '../../ui/hidden-fields.tsx'
import { IntakeListPage } from '../../ui/pages/intake-list.tsx'
import { PART_FORM } from '../../ui/pages/intake-part.tsx'
import { SKIP } from '../intake-form.ts'
import type { RouteContext } from '../route.ts'
import { textIn } from '../sign-in/replies.tsx'
import {
  field,
  isToBeAsked,
  NONE_TAKEN,
  readWrittenList,
  rowsFor,
  toldOf,
  type WrittenList,
  writtenListOf,
} from './intake-list-form.ts'
import { goOnFrom, type OwnIntake, partHref } from './own-intake.ts'

const NOTHING: WrittenList = {
  lines: [],
  instead: { prescribed: '', 'without-prescription': '', 'supplement-or-herb': '' },
  prazosin: '',
}

export function listPage(c: RouteContext, { stored }: OwnIntake, hidden: Fields): Response {
  const kept = medicinesToldIn(stored.sheets.get(sheetKind('list'))?.answers)
  return showList(c, kept === undefined ? NOTHING : writtenListOf(kept), hidden)
}

export async function tellList(
  c: RouteContext,
  permit: Permit<'submit-answers'>,
  hidden: Fields,
  fields: Record<string, unknown>,
): Promise<Response> {
  const { db, vault, now } = c.var.services
  const written = readWrittenList(fields)
  const then = textIn(fields, 'then')
  const isKept = then === 'next' || then === 'overview'
  if (!isKept || written.lines.some(isToBeAsked))
    return showList(c, written, hidden, isKept ? 'unsure' : undefined)
  const answers = toldOf(written)
  await tellPart(db, vault, permit, { id: hidden.sheetId ?? '', part: 'list', answers, at: now() })
  return goOnFrom(c, hidden, then)
}

function showList(c: RouteContext, written: WrittenList, hidden: Fields, why?: 'unsure'): Response {
  const { words, language } = c.var
  return c.var.page({
    area: 'portal',
    title: words.intake.title,
    form: { id: PART_FORM, field: 'then', value: 'look', enter: 'next' },
    body: (
      <IntakeListPage
        words={words.intake}
        list={medicineListWords[language].patient}
        action={partHref('list')}
        hidden={hidden}
        names={{ ...field, none: NONE_TAKEN, skip: SKIP }}
        kinds={rowsFor(written).map(({ kind, rows }) => ({
          kind,
          rows: rows.map(({ at, text, taking, stoppedOn, picked }) => ({
            ...{ at, text, taking, stoppedOn, picked },
            open: text === '' ? [] : readMedicine({ text }).open,
          })),
          instead: written.instead[kind],
        }))}
        prazosin={written.prazosin}
        isUnsure={why === 'unsure'}
      />
    ),
  })
}

/** /portal/prepare: a patient prepares, part by part. The addresses say nothing about health. */
import type { VNode } from 'preact'
import { inScope, type Permit } from '../../access/permit.ts'
import { type PreparedPart, prepare, SHEET_OF } from '../../care/prepare.ts'
import {
  GROUNDING_TOOLS,
  parseSetting,
  parseWishes,
  SETTING_ITEMS,
  TOUCH,
  type Wishes,
} from '../../clinical/preparation.ts'
import { findLatestSheet } from '../../records/answer-sheets.ts'
import { listPartsDone } from '../../records/preparation.ts'
import { PreparePage } from '../../ui/pages/prepare.tsx'
import { GroundingPage, MindsetPage, SettingPage, WishesPage } from '../../ui/pages/prepare-part.tsx'
import { formIdOf, newForm, valuesIn } from '../own-form.ts'
import { ownRecord, type Route, type RouteContext } from '../route.ts'
import { textIn } from '../sign-in/replies.tsx'
import { whenOpen } from './when-open.tsx'

const PATH = '/portal/prepare'
const SEAL = 'preparation form'

type Reading = Permit<'read-preparation'>

const overview = ownRecord(
  'GET',
  PATH,
  'read-preparation',
  whenOpen('prepare', async (c, permit) => {
    const { words, services } = c.var
    const done = await inScope(services.db, permit, listPartsDone)
    const body = <PreparePage words={words.prepare} done={done} />
    return c.var.page({ area: 'portal', title: words.prepare.title, body })
  }),
)

/** What is stored of one part, as it was told. */
async function stored(c: RouteContext, permit: Reading, kind: string): Promise<unknown> {
  const { db, vault } = c.var.services
  return inScope(db, permit, async (scope) => {
    const sheet = await findLatestSheet(scope, await vault.keyOf(scope), kind)
    return sheet?.answers
  })
}

/** What a part's page has in common. The notice says what came of the form before. */
function own(c: RouteContext, permit: Reading | Permit<'prepare'>) {
  const words = c.var.words.prepare
  const came = c.req.query('is')
  const notice = came === 'done' ? words.saved : came === 'kept' ? words.kept : undefined
  return { words, hidden: newForm(c, permit, SEAL), notice }
}

const show = (
  c: RouteContext,
  part: keyof typeof SHEET_OF | 'grounding',
  body: VNode,
  status: 200 | 400 = 200,
) => c.var.page({ area: 'portal', title: c.var.words.prepare.parts[part].title, body, status })

const mindset = ownRecord(
  'GET',
  `${PATH}/mindset`,
  'read-preparation',
  whenOpen('prepare', async (c, permit) => {
    const sheet = await stored(c, permit, SHEET_OF.mindset)
    const written = typeof sheet === 'object' && sheet !== null && 'intention' in sheet ? sheet.intention : ''
    return show(c, 'mindset', <MindsetPage {...own(c, permit)} intention={String(written)} />)
  }),
)

const setting = ownRecord(
  'GET',
  `${PATH}/setting`,
  'read-preparation',
  whenOpen('prepare', async (c, permit) => {
    const ready = parseSetting(await stored(c, permit, SHEET_OF.setting))
    return show(c, 'setting', <SettingPage {...own(c, permit)} ready={ready} />)
  }),
)

const grounding = ownRecord(
  'GET',
  `${PATH}/grounding`,
  'read-preparation',
  whenOpen('prepare', (c, permit) => show(c, 'grounding', <GroundingPage {...own(c, permit)} />)),
)

const EMPTY_CARD: Wishes = {
  words: '',
  touchWhere: '',
  handSign: '',
  callFirst: '',
  callFirstPhone: '',
  stopMusic: '',
}

const wishes = ownRecord(
  'GET',
  `${PATH}/wishes`,
  'read-preparation',
  whenOpen('prepare', async (c, permit) => {
    const card = parseWishes(await stored(c, permit, SHEET_OF.wishes)) ?? EMPTY_CARD
    return show(c, 'wishes', <WishesPage {...own(c, permit)} card={card} touchWhereProblem={undefined} />)
  }),
)

/** Stores one part and leads to where the person goes on: the parts, or this one while something is open. */
async function handIn(c: RouteContext, permit: Permit<'prepare'>, by: string, prepared: PreparedPart) {
  const { db, vault, now } = c.var.services
  const id = formIdOf(c, permit, SEAL, await c.var.fields())
  const outcome = await prepare(db, vault, permit, { id, by, at: now(), prepared })
  return c.redirect(outcome === 'kept' ? `${PATH}/${prepared.part}?is=kept` : PATH, 303)
}

const text = (fields: Record<string, unknown>, name: string) => textIn(fields, name).trim().slice(0, 500)

const saveMindset = ownRecord(
  'POST',
  `${PATH}/mindset`,
  'prepare',
  whenOpen('preparing', async (c, permit, { name }) => {
    const intention = text(await c.var.fields(), 'intention')
    return handIn(c, permit, name, { part: 'mindset', intention })
  }),
)

const saveSetting = ownRecord(
  'POST',
  `${PATH}/setting`,
  'prepare',
  whenOpen('preparing', async (c, permit, { name }) => {
    const sent = valuesIn(await c.var.fields(), 'ready')
    const ready = SETTING_ITEMS.filter((item) => sent.includes(item))
    return handIn(c, permit, name, { part: 'setting', ready })
  }),
)

const saveGrounding = ownRecord(
  'POST',
  `${PATH}/grounding`,
  'prepare',
  whenOpen('preparing', async (c, permit, { name }) => {
    const sent = valuesIn(await c.var.fields(), 'tried')
    if (GROUNDING_TOOLS.some((tool) => sent.includes(tool)))
      return handIn(c, permit, name, { part: 'grounding' })
    const page = { ...own(c, permit), notice: c.var.words.prepare.grounding.none }
    return show(c, 'grounding', <GroundingPage {...page} />, 400)
  }),
)

const saveWishes = ownRecord(
  'POST',
  `${PATH}/wishes`,
  'prepare',
  whenOpen('preparing', async (c, permit, { name }) => {
    const fields = await c.var.fields()
    const touch = TOUCH.find((choice) => choice === fields.touch)
    const card: Wishes = {
      words: text(fields, 'words'),
      ...(touch && { touch }),
      touchWhere: text(fields, 'touchWhere'),
      handSign: text(fields, 'handSign'),
      callFirst: text(fields, 'callFirst'),
      callFirstPhone: text(fields, 'callFirstPhone'),
      stopMusic: text(fields, 'stopMusic'),
    }
    if (touch !== 'only-where' || card.touchWhere !== '')
      return handIn(c, permit, name, { part: 'wishes', card })
    const problem = c.var.words.prepare.wishes.touchWhereMissing
    return show(c, 'wishes', <WishesPage {...own(c, permit)} card={card} touchWhereProblem={problem} />, 400)
  }),
)

export const prepareRoutes: Route[] = [
  overview,
  ...[mindset, saveMindset, setting, saveSetting, grounding, saveGrounding, wishes, saveWishes],
]

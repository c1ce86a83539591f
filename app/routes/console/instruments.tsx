/** /console/instruments: what can be asked in this practice, and the texts the medical director loads. */
import { inScope } from '../../access/permit.ts'
import { loadInstrument, withdrawInstrument } from '../../care/load-instrument.ts'
import { questionnaireOf } from '../../clinical/instruments/questionnaire-export.ts'
import { instrumentWith, slotOf, TEXT_SLOTS } from '../../clinical/instruments/questionnaire-slots.ts'
import { getWording, listWordings } from '../../records/instrument-wordings.ts'
import { checkedUuid } from '../../system/ids.ts'
import { calendarDay } from '../../system/time.ts'
import type { InstrumentFormChoices } from '../../ui/instrument-form.tsx'
import { InstrumentRefusedPage } from '../../ui/pages/instrument-refused.tsx'
import { InstrumentsPage } from '../../ui/pages/instruments.tsx'
import { onPractice, type Route, type RouteContext } from '../route.ts'
import { builtInViews, nameOf, slotViews } from './instrument-views.ts'

/** The longest of these questionnaires, written out at length, with room for the form around it. */
const LARGEST_UPLOAD_BYTES = 512 * 1024
/** What the licence says, as fields of the form. */
const LICENCE_FIELDS = ['grantedBy', 'grantedTo', 'terms', 'grantedOn', 'until'] as const

const list = onPractice('GET', '/console/instruments', 'read-instruments', async (c, permit, member) => {
  const { words, services, language } = c.var
  const stored = await inScope(services.db, permit, listWordings)
  const reader = { words: words.instruments, language, timeZone: services.practice.timeZone }
  const today = calendarDay(services.now(), services.practice.timeZone)
  const isDirector = member.roles.includes('medical-director')
  return c.var.page({
    area: 'console',
    title: words.instruments.title,
    body: (
      <InstrumentsPage
        words={words.instruments}
        builtIn={builtInViews(words.instruments)}
        slots={slotViews(stored, today, reader)}
        form={isDirector ? choices(c, { grantedTo: services.practice.name, grantedOn: today }) : null}
      />
    ),
  })
})

const load = onPractice('POST', '/console/instruments', 'load-instrument', async (c, permit, member) => {
  const { words, services } = c.var
  const fields = await c.var.fields()
  const sent = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const file = fields.file instanceof File ? fields.file : undefined
  const said = Object.fromEntries(LICENCE_FIELDS.map((field) => [field, sent[field] ?? '']))
  const loaded = await loadInstrument(services.db, permit, member, {
    instrument: sent.instrument ?? '',
    language: sent.language === 'es' ? 'es' : 'en',
    file: new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0)),
    licence: { ...said, until: said.until === '' ? null : said.until },
    uploadedWith: 'console',
    uploadedAt: services.now(),
    today: calendarDay(services.now(), services.practice.timeZone),
  })
  if (loaded.status !== 'refused') return c.redirect('/console/instruments', 303)
  return c.var.page({
    area: 'console',
    title: words.instruments.refused.title,
    status: 400,
    body: (
      <InstrumentRefusedPage
        words={words.instruments}
        mismatches={loaded.mismatches}
        licenceFaults={loaded.licenceFaults}
        hasFile={file !== undefined && file.size > 0}
        form={choices(c, sent)}
      />
    ),
  })
})

const download = onPractice(
  'GET',
  '/console/instruments/wordings/:wordingId',
  'read-instruments',
  async (c, permit) => {
    const { db } = c.var.services
    const id = checkedUuid(c.req.param('wordingId') ?? '')
    const { instrument: code, version, text } = await inScope(db, permit, (scope) => getWording(scope, id))
    const slot = slotOf(code)
    if (!slot) throw new Error(`a text is stored for ${code}, which has no slot`)
    const name = nameOf(code, c.var.words.instruments)
    c.header('content-type', 'application/fhir+json; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${code}-${text.language}-${version}.json"`)
    return c.body(JSON.stringify(questionnaireOf(instrumentWith(slot, text), text, name), undefined, 2))
  },
)

const withdraw = onPractice(
  'POST',
  '/console/instruments/wordings/:wordingId/withdraw',
  'withdraw-instrument',
  async (c, permit, member) => {
    const { db, now } = c.var.services
    const { because } = await c.var.fields()
    await withdrawInstrument(db, permit, member, {
      wordingId: checkedUuid(c.req.param('wordingId') ?? ''),
      because: typeof because === 'string' ? because : '',
      at: now(),
    })
    return c.redirect('/console/instruments', 303)
  },
)

const choices = (c: RouteContext, sent: Record<string, string>): InstrumentFormChoices => ({
  instruments: TEXT_SLOTS.map(({ instrument: { code } }) => ({
    code,
    name: nameOf(code, c.var.words.instruments),
  })),
  sent,
})

export const instrumentRoutes: Route[] = [
  list,
  { ...load, largestFormBytes: LARGEST_UPLOAD_BYTES },
  download,
  withdraw,
]

/** /console/duty: who is on duty when. Without somebody on duty no session can be booked. */
import { randomUUID } from 'node:crypto'
import { inScope, type Permit } from '../../access/permit.ts'
import { endDuty, planDuty } from '../../care/plan-duty.ts'
import type { Words } from '../../content/words.ts'
import { dutyAt, listClinicians, listDuty } from '../../records/duty.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface, instantAt } from '../../system/time.ts'
import { type DutyForm, DutyPage } from '../../ui/pages/duty.tsx'
import { onPractice, type Route, type RouteContext } from '../route.ts'
import { textIn } from '../sign-in/replies.tsx'

const PATH = '/console/duty'

async function showRota(
  c: RouteContext,
  permit: Permit<'read-duty' | 'plan-duty'>,
  written: DutyForm = { clinicianId: '', fromAt: '', toAt: '' },
  problem?: string,
): Promise<Response> {
  const { words, language, services } = c.var
  const { now, practice } = services
  const { rota, current, clinicians } = await inScope(services.db, permit, async (scope) => ({
    rota: await listDuty(scope, now()),
    current: await dutyAt(scope, now()),
    clinicians: await listClinicians(scope),
  }))
  const face = clockface(language, practice.timeZone)
  const is = c.req.query('is') ?? ''
  const needed = is === 'needed' ? rota.find(({ id }) => id === c.req.query('turn')) : undefined
  const body = (
    <DutyPage
      words={words.duty}
      zone={practice.timeZone}
      now={current?.name}
      rota={rota.map((turn) => ({ ...turn, from: face.instant(turn.fromAt), to: face.instant(turn.toAt) }))}
      clinicians={clinicians}
      needed={needed && { ...needed, from: face.instant(needed.fromAt) }}
      dutyId={randomUUID()}
      written={written}
      problem={problem}
      done={(Object.keys(words.duty.done) as (keyof Words['duty']['done'])[]).find((one) => one === is)}
    />
  )
  const status = problem === undefined ? 200 : 400
  return c.var.page({ area: 'console', title: words.duty.title, body, status })
}

const rota = onPractice('GET', PATH, 'read-duty', (c, permit) => showRota(c, permit))

const add = onPractice('POST', PATH, 'plan-duty', async (c, permit, { name }) => {
  const { services, words } = c.var
  const fields = await c.var.fields()
  const written = {
    clinicianId: textIn(fields, 'clinicianId'),
    fromAt: textIn(fields, 'fromAt'),
    toAt: textIn(fields, 'toAt'),
  }
  const zone = services.practice.timeZone
  const [fromAt, toAt] = [instantAt(written.fromAt, zone), instantAt(written.toAt, zone)]
  if (!isUuid(fields.dutyId)) throw new AppError('invalid', 'a turn of duty came without its id')
  if (!isUuid(written.clinicianId) || !fromAt || !toAt || toAt <= fromAt)
    return showRota(c, permit, written, words.duty.add.unclear)
  const turn = { id: fields.dutyId, clinicianId: written.clinicianId, fromAt, toAt, by: name }
  await planDuty(services.db, permit, turn)
  return c.redirect(`${PATH}?is=stored`, 303)
})

const end = onPractice('POST', `${PATH}/end`, 'plan-duty', async (c, permit) => {
  const { services } = c.var
  const { dutyId, allTheSame } = await c.var.fields()
  if (!isUuid(dutyId)) throw new AppError('invalid', 'which turn of duty?')
  const how = { at: services.now(), isAllTheSame: allTheSame === 'yes' }
  const outcome = await endDuty(services.db, permit, dutyId, how)
  return c.redirect(`${PATH}?is=${outcome}${outcome === 'needed' ? `&turn=${dutyId}` : ''}`, 303)
})

export const dutyRoutes: Route[] = [rota, add, end]

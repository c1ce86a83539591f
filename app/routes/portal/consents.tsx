/**
 * /portal/consents: four texts to read, to sign and to take back. Their addresses are numbers: a title would say
 * more in a phone's history than its owner may want.
 */
import { Permit, readInScope } from '../../access/permit.ts'
import { signConsent, withdrawConsent } from '../../care/sign-consents.ts'
import { CONSENT_KINDS, CONSENT_VERSIONS, type ConsentKind } from '../../clinical/consents.ts'
import { type Consent, keysInForce, listConsents } from '../../records/consents.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid, newUuid } from '../../system/ids.ts'
import { type Clockface, clockface } from '../../system/time.ts'
import { CONSENT_FORM, ConsentPage } from '../../ui/pages/consent.tsx'
import { type ConsentState, ConsentsPage } from '../../ui/pages/consents.tsx'
import { ownRecord, type RouteContext } from '../route.ts'
import { textIn } from '../sign-in/replies.tsx'

const PATH = '/portal/consents'
const SEAL = 'consent form'
const MAX_NAME_LENGTH = 200

const hrefOf = (kind: ConsentKind) => `${PATH}/${CONSENT_KINDS.indexOf(kind) + 1}`

export const consents = ownRecord('GET', PATH, 'read-consents', async (c, permit) => {
  const { words, services } = c.var
  const signed = await readInScope(services.db, permit, listConsents)
  const face = clockface(c.var.language, services.practice.timeZone)
  const rows = CONSENT_KINDS.map((kind) => ({ kind, href: hrefOf(kind), now: stateOf(kind, signed, face) }))
  return c.var.page({
    area: 'portal',
    title: words.consents.title,
    body: <ConsentsPage words={words.consents} rows={rows} isDemo={services.mode === 'demo'} />,
  })
})

export const consent = ownRecord('GET', `${PATH}/:number`, 'read-consents', async (c, permit) => {
  const kind = kindIn(c)
  const signed = await readInScope(c.var.services.db, permit, listConsents)
  return consentPage(c, permit.patientId, kind, signed)
})

export const signConsents = ownRecord(
  'POST',
  `${PATH}/:number`,
  'sign-consents',
  async (c, permit, member) => {
    const { db, seals, now } = c.var.services
    const kind = kindIn(c)
    const fields = await c.var.fields()
    const { id, seal, version } = fields
    if (
      !isUuid(id) ||
      typeof version !== 'string' ||
      !seals.isSealed(seal, SEAL, permit.patientId, kind, id, version)
    )
      throw new AppError('invalid', 'a consent came from a form that is not this patient’s')

    if (fields.step === 'take-back') {
      await withdrawConsent(db, permit, kind, now())
      return c.redirect(hrefOf(kind), 303)
    }
    const name = textIn(fields, 'name').trim()
    const again = async (problem?: Problem) => {
      const mayLook = await Permit.ask(db, member, 'read-consents', permit.patientId)
      const signed = await readInScope(db, mayLook, listConsents)
      return consentPage(c, permit.patientId, kind, signed, { problem, name })
    }
    if (fields.step !== 'sign') return again()
    if (name === '' || name.length > MAX_NAME_LENGTH) return again('nameMissing')
    const outcome = await signConsent(db, permit, member.name, {
      ...{ id, kind, textVersion: Number(version), language: c.var.language },
      ...{ signedName: name, signedAt: now() },
    })
    if (outcome === 'read-again') return again('readAgain')
    if (outcome === 'not-today') return again('notToday')
    return c.redirect(PATH, 303)
  },
)

type Problem = 'nameMissing' | 'readAgain' | 'notToday'

function kindIn(c: RouteContext): ConsentKind {
  const kind = CONSENT_KINDS[Number(c.req.param('number')) - 1]
  if (kind === undefined) throw new AppError('not-found', 'no such consent')
  return kind
}

/** Where one stands: the latest signature says it. */
function stateOf(kind: ConsentKind, signed: readonly Consent[], face: Clockface): ConsentState {
  const latest = signed.find((one) => one.kind === kind)
  if (!latest) return { state: 'open' }
  if (keysInForce(signed).includes(kind))
    return { state: 'signed', at: face.day(latest.signedAt), name: latest.signedName }
  return latest.withdrawnAt === null
    ? { state: 'changed' }
    : { state: 'takenBack', at: face.day(latest.withdrawnAt) }
}

function consentPage(
  c: RouteContext,
  patientId: string,
  kind: ConsentKind,
  signed: readonly Consent[],
  { problem, name = '' }: { problem?: Problem | undefined; name?: string } = {},
): Response {
  const { words, language, services } = c.var
  const version = CONSENT_VERSIONS[kind]
  const id = newUuid()
  const seal = services.seals.seal(SEAL, patientId, kind, id, String(version))
  const body = (
    <ConsentPage
      words={words.consents}
      text={words.consentTexts[kind]}
      number={CONSENT_KINDS.indexOf(kind) + 1}
      count={CONSENT_KINDS.length}
      version={version}
      now={stateOf(kind, signed, clockface(language, services.practice.timeZone))}
      action={hrefOf(kind)}
      hidden={{ id, seal, version: String(version) }}
      problem={problem}
      name={name}
      isDemo={services.mode === 'demo'}
    />
  )
  return c.var.page({
    area: 'portal',
    title: words.consents.title,
    body,
    status: problem === undefined ? 200 : 400,
    form: { id: CONSENT_FORM, field: 'step', value: 'stay', enter: 'sign' },
  })
}

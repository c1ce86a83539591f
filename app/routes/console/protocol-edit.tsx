/** /console/protocol/versions/:version/edit: a draft, written as a whole. */
import { isOpenTo } from '../../access/actions.ts'
import { saveDraft } from '../../care/draft-protocol.ts'
import { type Change, diffLimits } from '../../clinical/protocol/diff.ts'
import type { ProtocolVersion } from '../../records/protocol-versions.ts'
import { AppError } from '../../system/errors.ts'
import { EDIT_FORM, ProtocolEditPage } from '../../ui/pages/protocol-edit.tsx'
import type { FieldProblem } from '../../ui/protocol/limit-fields.tsx'
import { versionHref } from '../../ui/protocol/version-view.ts'
import type { PageOptions } from '../env.ts'
import { onPractice, type Route, type RouteContext } from '../route.ts'
import { goOn, textIn } from '../sign-in/replies.tsx'
import { readProtocolForm, writtenOf } from './protocol-form.ts'
import { askToRead, inForceOf, readVersion, todayOf, viewOf } from './protocol-version-view.ts'

/** Sent by the link to the other language: show the page again, and save nothing. */
const LOOK = 'look'

export const protocolEditRoutes: Route[] = [
  onPractice(
    'GET',
    '/console/protocol/versions/:version/edit',
    'read-protocol-versions',
    async (c, permit, member) => {
      if (!isOpenTo('draft-protocol', member.roles))
        throw new AppError('not-found', 'a reviewer from outside changes no number')
      const { found, all } = await readVersion(c, permit)
      refuseUnlessOpen(found)
      return editPage(c, found, all, { written: writtenOf(found.limits, found.expiresOn) })
    },
  ),

  onPractice(
    'POST',
    '/console/protocol/versions/:version/edit',
    'draft-protocol',
    async (c, permit, member) => {
      const { services } = c.var
      const { found, all } = await readVersion(c, await askToRead(c, member))
      refuseUnlessOpen(found)
      const fields = await c.var.fields()
      const read = readProtocolForm(fields, todayOf(c))
      if (read.status === 'cut-off') throw new AppError('invalid', 'a form of the protocol was cut off')
      const readHash = textIn(fields, 'readHash')
      const written = textsIn(fields)
      if (textIn(fields, 'step') === LOOK) return editPage(c, found, all, { written, readHash })
      if (read.status === 'unclear')
        return editPage(c, found, all, { written, readHash, problems: read.problems, status: 400 })

      const { limits, expiresOn } = read
      const writer = { name: member.name, at: services.now() }
      const wanted = { version: found.version, readHash, limits, expiresOn }
      const outcome = await saveDraft(services.db, permit, writer, wanted)
      if (outcome.status === 'changed-meanwhile') {
        const { current } = outcome
        const meanwhile = diffLimits(current.limits, limits)
        return editPage(c, current, all, { written, meanwhile, status: 409 })
      }
      const told = outcome.status === 'saved' && outcome.signaturesFellAway > 0 ? 'fell' : outcome.status
      return goOn(c, `${versionHref(found.version)}?${told}`)
    },
  ),
]

function refuseUnlessOpen({ inForceFrom, endedAt }: ProtocolVersion): void {
  if (inForceFrom !== null || endedAt !== null)
    throw new AppError('conflict', 'a version that is no draft is not changed')
}

/** What was written, to be shown again. A field sent twice is nobody's answer. */
const textsIn = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

type Editing = {
  written: Record<string, string>
  /** What the writer read; without: what stands there now. */
  readHash?: string
  problems?: ReadonlyMap<string, FieldProblem>
  meanwhile?: readonly Change[]
  status?: NonNullable<PageOptions['status']>
}

function editPage(
  c: RouteContext,
  version: ProtocolVersion,
  all: readonly ProtocolVersion[],
  { written, readHash = version.hash, problems = new Map(), meanwhile, status = 200 }: Editing,
): Response {
  const { words, language } = c.var
  return c.var.page({
    area: 'console',
    title: words.protocol.edit.title(version.version),
    status,
    form: { id: EDIT_FORM, field: 'step', value: LOOK, enter: 'save' },
    body: (
      <ProtocolEditPage
        language={language}
        words={words.protocol}
        version={viewOf(c, version)}
        readHash={readHash}
        written={written}
        problems={problems}
        inForce={inForceOf(c, all)?.limits ?? null}
        meanwhile={meanwhile ?? null}
      />
    ),
  })
}

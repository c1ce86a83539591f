/** /console/protocol/versions/:version/retire: a medical director ends it, with a reason. */
import type { Permit } from '../../access/permit.ts'
import { LONGEST_REASON, retireProtocol } from '../../care/retire-protocol.ts'
import { AppError } from '../../system/errors.ts'
import { ProtocolRetirePage } from '../../ui/pages/protocol-retire.tsx'
import { versionHref } from '../../ui/protocol/version-view.ts'
import type { PageOptions } from '../env.ts'
import { onPractice, type Route, type RouteContext } from '../route.ts'
import { goOn, textIn } from '../sign-in/replies.tsx'
import { askToRead, readVersion, signInAgainHref, versionInPath, viewOf } from './protocol-version-view.ts'

const PATH = '/console/protocol/versions/:version/retire'

export const protocolRetireRoutes: Route[] = [
  onPractice('GET', PATH, 'read-protocol-versions', (c, permit, member) => {
    if (!member.roles.includes('medical-director'))
      throw new AppError('not-found', 'only a medical director retires a protocol')
    return retirePage(c, permit, {})
  }),

  onPractice('POST', PATH, 'retire-protocol', async (c, permit, member) => {
    const { db, now } = c.var.services
    const own = c.var.words.protocol.retire
    const version = versionInPath(c)
    const fields = await c.var.fields()
    const because = textIn(fields, 'because')
    const readHash = textIn(fields, 'readHash')
    const reading = await askToRead(c, member)
    const again = (answer: Answer) => retirePage(c, reading, { because, ...answer })
    if ((await signInAgainHref(c)) !== null) return again({ status: 403 })
    if (because.trim() === '' || because.trim().length > LONGEST_REASON)
      return again({ problem: own.reasonNeeded, status: 400 })
    const { found } = await readVersion(c, reading)
    if (found.ended === null && found.hash !== readHash) return again({ problem: own.changed, status: 409 })
    await retireProtocol(db, permit, member, { version, readHash, because, now: now() })
    return goOn(c, versionHref(version))
  }),
]

type Answer = { because?: string; problem?: string; status?: NonNullable<PageOptions['status']> }

async function retirePage(
  c: RouteContext,
  permit: Permit<'read-protocol-versions'>,
  { because = '', problem, status = 200 }: Answer,
): Promise<Response> {
  const { words } = c.var
  const { found } = await readVersion(c, permit)
  const { title, setAsideTitle } = words.protocol.retire
  return c.var.page({
    area: 'console',
    title: found.inForceFrom === null ? setAsideTitle(found.version) : title(found.version),
    status,
    body: (
      <ProtocolRetirePage
        words={words.protocol}
        version={viewOf(c, found)}
        problem={problem ?? null}
        because={because}
        signInAgainHref={await signInAgainHref(c)}
      />
    ),
  })
}

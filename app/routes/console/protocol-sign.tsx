/** /console/protocol/versions/:version/sign: one of the two signatures. */
import { isOpenTo } from '../../access/actions.ts'
import type { Member } from '../../access/actor.ts'
import type { Permit } from '../../access/permit.ts'
import { signProtocol } from '../../care/sign-protocol.ts'
import { contradictions } from '../../clinical/protocol/contradictions.ts'
import { diffLimits } from '../../clinical/protocol/diff.ts'
import { cannotSign } from '../../clinical/protocol/state.ts'
import { ProtocolSignPage, type RefusedBecause } from '../../ui/pages/protocol-sign.tsx'
import { versionHref } from '../../ui/protocol/version-view.ts'
import type { PageOptions } from '../env.ts'
import { onPractice, type Route, type RouteContext } from '../route.ts'
import { goOn, textIn } from '../sign-in/replies.tsx'
import {
  askToRead,
  inForceOf,
  readVersion,
  signInAgainHref,
  todayOf,
  versionInPath,
  viewOf,
} from './protocol-version-view.ts'

const PATH = '/console/protocol/versions/:version/sign'

export const protocolSignRoutes: Route[] = [
  onPractice('GET', PATH, 'read-protocol-versions', (c, permit, member) => signPage(c, permit, member, {})),

  onPractice('POST', PATH, 'sign-protocol', async (c, permit, member) => {
    const { db, now } = c.var.services
    const version = versionInPath(c)
    const fields = await c.var.fields()
    const again = async (answer: Answer) => signPage(c, await askToRead(c, member), member, answer)
    if ((await signInAgainHref(c)) !== null) return again({ status: 403 })
    if (fields.hasRead !== 'yes') return again({ needsTick: true, status: 400 })
    const outcome = await signProtocol(db, permit, member, {
      ...{ version, readHash: textIn(fields, 'readHash'), now: now(), today: todayOf(c) },
    })
    return outcome.status === 'not-signed'
      ? again({ refused: outcome.why, status: 409 })
      : goOn(c, `${versionHref(version)}?signed`)
  }),
]

type Answer = {
  refused?: RefusedBecause
  needsTick?: boolean
  status?: NonNullable<PageOptions['status']>
}

async function signPage(
  c: RouteContext,
  permit: Permit<'read-protocol-versions'>,
  member: Member,
  { refused, needsTick = false, status = 200 }: Answer,
): Promise<Response> {
  const { words, language, services } = c.var
  const { found, all, hasOnePhysician } = await readVersion(c, permit)
  const signer = { id: member.id, isDirector: member.roles.includes('medical-director') }
  const at = { today: todayOf(c), now: services.now(), hasOnePhysician }
  const contradicts = contradictions(found.limits).length > 0 ? 'contradicts-itself' : null
  const inForce = inForceOf(c, all)
  return c.var.page({
    area: 'console',
    title: words.protocol.sign.title(found.version),
    status,
    body: (
      <ProtocolSignPage
        language={language}
        words={words.protocol}
        version={viewOf(c, found)}
        inForce={inForce?.version ?? null}
        changes={inForce === undefined ? [] : diffLimits(inForce.limits, found.limits)}
        signer={member.name}
        isSecondLook={found.signatures[0]?.by === member.id}
        mayDraft={isOpenTo('draft-protocol', member.roles)}
        refused={refused ?? cannotSign(found, signer, at) ?? contradicts}
        needsTick={needsTick}
        signInAgainHref={await signInAgainHref(c)}
      />
    ),
  })
}

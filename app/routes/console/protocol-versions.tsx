/** /console/protocol/versions: every version, one of them, and what changed between two. */
import { isOpenTo } from '../../access/actions.ts'
import { inScope } from '../../access/permit.ts'
import { beginDraft } from '../../care/draft-protocol.ts'
import { diffLimits } from '../../clinical/protocol/diff.ts'
import { listProtocolVersions, type ProtocolVersion } from '../../records/protocol-versions.ts'
import { dayText } from '../../system/time.ts'
import { ProtocolChangesPage } from '../../ui/pages/protocol-changes.tsx'
import { ProtocolVersionPage } from '../../ui/pages/protocol-version.tsx'
import { ProtocolVersionsPage } from '../../ui/pages/protocol-versions.tsx'
import { versionHref } from '../../ui/protocol/version-view.ts'
import { onPractice, type Route, type RouteContext } from '../route.ts'
import { comparedWith, readVersion, viewOf } from './protocol-version-view.ts'

export const protocolVersionRoutes: Route[] = [
  onPractice('GET', '/console/protocol/versions', 'read-protocol-versions', async (c, permit, member) => {
    const { words, services } = c.var
    const versions = await inScope(services.db, permit, listProtocolVersions)
    return c.var.page({
      area: 'console',
      title: words.protocol.list.title,
      body: (
        <ProtocolVersionsPage
          words={words.protocol}
          versions={versions.map((version) => viewOf(c, version))}
          mayDraft={isOpenTo('draft-protocol', member.roles)}
        />
      ),
    })
  }),

  onPractice('POST', '/console/protocol/versions', 'draft-protocol', async (c, permit, member) => {
    const { db, mode, now } = c.var.services
    const version = await beginDraft(db, permit, { author: member, now: now(), isInvented: mode === 'demo' })
    return c.redirect(`${versionHref(version)}?begun`, 303)
  }),

  onPractice(
    'GET',
    '/console/protocol/versions/:version',
    'read-protocol-versions',
    async (c, permit, member) => {
      const { words, language } = c.var
      const { found, all } = await readVersion(c, permit)
      return c.var.page({
        area: 'console',
        title: words.protocol.heading(found.version),
        body: (
          <ProtocolVersionPage
            language={language}
            words={words.protocol}
            version={viewOf(c, found)}
            done={doneText(c, found)}
            comparedWith={comparedWith(c, found, all)?.version ?? null}
            mayDraft={isOpenTo('draft-protocol', member.roles)}
            mayRetire={isOpenTo('retire-protocol', member.roles)}
          />
        ),
      })
    },
  ),

  onPractice(
    'GET',
    '/console/protocol/versions/:version/changes',
    'read-protocol-versions',
    async (c, permit) => {
      const { words, language } = c.var
      const { found, all } = await readVersion(c, permit)
      const asked = all.find(({ version }) => String(version) === c.req.query('from'))
      const from = asked ?? comparedWith(c, found, all)
      const title = from
        ? words.protocol.changes.title(from.version, found.version)
        : words.protocol.changes.fromNothing(found.version)
      return c.var.page({
        area: 'console',
        title,
        body: (
          <ProtocolChangesPage
            language={language}
            words={words.protocol}
            from={from?.version ?? null}
            to={found.version}
            isInvented={found.isInvented || (from?.isInvented ?? false)}
            changes={diffLimits(from?.limits ?? {}, found.limits)}
            lastDay={from === undefined ? null : lastDayChange(c, from, found)}
            others={all
              .map(({ version }) => version)
              .filter((version) => version !== found.version && version !== from?.version)}
          />
        ),
      })
    },
  ),
]

/** Only what is so is said, whatever stands in the address. */
function doneText(c: RouteContext, { inForceFrom, signatures }: ProtocolVersion): string | null {
  const own = c.var.words.protocol.version
  const has = (name: string) => c.req.query(name) !== undefined
  if (has('signed') && inForceFrom !== null) return own.nowInForce
  if (has('signed') && signatures.length > 0) return own.signedOnce
  if (has('begun') && inForceFrom === null) return own.begun
  if (has('fell')) return own.savedAndFell
  if (has('saved')) return own.saved
  return has('unchanged') ? own.unchanged : null
}

function lastDayChange(
  { var: { words, language } }: RouteContext,
  from: ProtocolVersion,
  to: ProtocolVersion,
) {
  if (from.expiresOn === to.expiresOn) return null
  const text = (day: string | null) =>
    day === null ? words.protocol.changes.noDay : dayText(language, day).text
  return { was: text(from.expiresOn), now: text(to.expiresOn) }
}

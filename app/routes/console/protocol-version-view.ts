import type { Member } from '../../access/actor.ts'
import { inScope, Permit } from '../../access/permit.ts'
import { shortHash } from '../../clinical/protocol/content-hash.ts'
import { stateOf } from '../../clinical/protocol/state.ts'
import { countPhysicians } from '../../records/protocol-drafts.ts'
import {
  findProtocolVersion,
  listProtocolVersions,
  type ProtocolVersion,
} from '../../records/protocol-versions.ts'
import { AppError } from '../../system/errors.ts'
import { calendarDay, clockface, dayText } from '../../system/time.ts'
import type { VersionView } from '../../ui/protocol/version-view.ts'
import type { RouteContext } from '../route.ts'
import { callerOf } from '../sign-in/replies.tsx'

/** The day it is where the practice is. */
export const todayOf = (c: RouteContext): string =>
  calendarDay(c.var.services.now(), c.var.services.practice.timeZone)

/** `:version` of the address. @throws AppError not-found for what is no number of a version */
export function versionInPath(c: RouteContext): number {
  const text = c.req.param('version') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new AppError('not-found', 'no version has such a number')
  return Number(text)
}

/** To show a page again after a form: a permit to write leaves a trace of a write, and reading is none. */
export const askToRead = (c: RouteContext, member: Member): Promise<Permit<'read-protocol-versions'>> =>
  Permit.ask(c.var.services.db, member, 'read-protocol-versions')

/** The version of the address, all there are, and whether a single physician works here. @throws AppError not-found */
export async function readVersion(c: RouteContext, permit: Permit<'read-protocol-versions'>) {
  return inScope(c.var.services.db, permit, async (scope) => {
    const found = await findProtocolVersion(scope, versionInPath(c))
    if (!found) throw new AppError('not-found', 'no such version of the protocol')
    const hasOnePhysician = (await countPhysicians(scope)) === 1
    return { found, all: await listProtocolVersions(scope), hasOnePhysician }
  })
}

/** The one in force today, of all there are. */
export const inForceOf = (c: RouteContext, all: readonly ProtocolVersion[]): ProtocolVersion | undefined =>
  all.find((version) => stateOf(version, todayOf(c)) === 'in-force')

/** What a version is measured against: the one it replaced or began with, or what is in force. */
export const comparedWith = (
  c: RouteContext,
  version: ProtocolVersion,
  all: readonly ProtocolVersion[],
): ProtocolVersion | undefined =>
  all.find((other) => other.replacedBy === version.version) ??
  all.find((other) => other.version === version.basedOn) ??
  (version.inForceFrom === null ? inForceOf(c, all) : undefined)

export function viewOf(c: RouteContext, version: ProtocolVersion): VersionView {
  const { language, services } = c.var
  const face = clockface(language, services.practice.timeZone)
  const named = (who: { name: string; at: Date } | null) => who && { by: who.name, at: face.instant(who.at) }
  const signature = ({ name, isDirector, isReviewer, at }: ProtocolVersion['signatures'][number]) => {
    return { by: name, isDirector, isReviewer, at: face.instant(at) }
  }
  const [first, second] = version.signatures
  const ended = named(version.ended)
  return {
    version: version.version,
    state: stateOf(version, todayOf(c)),
    limits: version.limits,
    isInvented: version.isInvented,
    hash: version.hash,
    shortHash: shortHash(version.hash),
    basedOn: version.basedOn,
    drafted: named(version.drafted),
    changed: named(version.changed),
    inForceFrom: version.inForceFrom && face.instant(version.inForceFrom),
    lastDay: version.expiresOn === null ? null : dayText(language, version.expiresOn),
    signatures: version.signatures.map(signature),
    isSecondLook: second !== undefined && second.by === first?.by,
    signedBefore: version.signatures.length === 0 ? version.signedBy : null,
    fallenAway: version.fallenAway.map(signature),
    replacedBy: version.replacedBy,
    ended: ended && { ...ended, because: version.ended?.because ?? null },
  }
}

/** Where to sign in again; null when this login is fresh and strong enough to sign with. */
export async function signInAgainHref(c: RouteContext): Promise<string | null> {
  const mayChange = await c.var.services.login.mayChange(callerOf(c))
  return mayChange ? null : `/sign-in?next=${encodeURIComponent(c.req.path)}`
}

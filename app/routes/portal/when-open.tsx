/** Refuses a page of one's own, kindly, to somebody who is not there yet, or not any more. */
import type { ActionOf } from '../../access/actions.ts'
import type { Member } from '../../access/actor.ts'
import { type Permit, readInScope } from '../../access/permit.ts'
import { nextThing } from '../../clinical/next-thing.ts'
import { type Been, type OwnPage, type WhyClosed, whyClosed } from '../../clinical/own-pages.ts'
import { hasOwnPeople } from '../../records/people.ts'
import { findBeen } from '../../records/way.ts'
import { calendarDay } from '../../system/time.ts'
import { ClosedPage } from '../../ui/pages/closed-page.tsx'
import { WHERE } from '../../ui/pages/way-today.tsx'
import type { RouteContext } from '../route.ts'

type Handle<A extends ActionOf<'patient'>> = (
  c: RouteContext,
  permit: Permit<A>,
  member: Member,
) => Response | Promise<Response>

/** The handler of a page, asked only where the page is open to the person. */
export const whenOpen =
  <A extends ActionOf<'patient'>>(page: OwnPage, handle: Handle<A>): Handle<A> =>
  async (c, permit, member) => {
    const standing = await standingFor(page, c, permit)
    const why = whyClosed(page, standing)
    return why === undefined ? handle(c, permit, member) : closed(c, why, standing)
  }

/** Under the page's own permit, in one trip that only reads: where nothing was done, nothing is written down as done. */
async function standingFor(
  page: OwnPage,
  { var: { services } }: RouteContext,
  permit: Permit<ActionOf<'patient'>>,
): Promise<Been> {
  const [been, hasPeople] = await readInScope(services.db, permit, (scope) =>
    Promise.all([findBeen(scope), page === 'people' && hasOwnPeople(scope)]),
  )
  return { ...been, hasPeople }
}

function closed(c: RouteContext, why: WhyClosed, standing: Been): Response {
  const { words, services } = c.var
  const isPost = c.req.method === 'POST'
  return c.var.page({
    area: 'portal',
    title: words.ownPages.tab,
    status: isPost ? 409 : 200,
    body: (
      <ClosedPage
        words={words.ownPages}
        why={why}
        wasSent={isPost}
        next={nextOf(c, standing, calendarDay(services.now(), services.practice.timeZone))}
      />
    ),
  })
}

/** While a session is near or over, what is next hangs on more than the state: their first page says it. */
function nextOf(c: RouteContext, { state, pausedFrom }: Been, today: string) {
  if (state === undefined || state === 'ready' || state === 'integrating') return undefined
  const next = nextThing({ state, ...(pausedFrom && { pausedFrom }), isNextDayToldOf: true }, today)
  const [href, label] = [WHERE[next], c.var.words.way.next[next].action]
  return href === undefined || label === undefined ? undefined : { href, label }
}

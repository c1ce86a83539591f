import { HTTPException } from 'hono/http-exception'
import { type ErrorPageCode, errors, type PassingCode } from '../content/en/errors.ts'
import { isDatabaseAway } from '../database/away.ts'
import { StepRefused } from '../records/enrolments.ts'
import { AppError } from '../system/errors.ts'
import type { ManyFields } from '../ui/hidden-fields.tsx'
import { ErrorPage } from '../ui/pages/error.tsx'
import { SendAgainPage } from '../ui/pages/send-again.tsx'
import { HelpNowPage, NotBesidePage } from '../ui/pages/session-care.tsx'
import { RoomEndedPage, SessionEndedPage } from '../ui/pages/session-ended.tsx'
import { StepRefusedPage } from '../ui/pages/step-refused.tsx'
import type { PageOptions } from './env.ts'
import { SecondFactorNeeded } from './proof.ts'
import type { RouteContext } from './route.ts'

export class TooMany extends Error {
  override name = 'TooMany'
}
export class TooLarge extends Error {
  override name = 'TooLarge'
}

type Shown = { code: ErrorPageCode; status: NonNullable<PageOptions['status']> }

/** Which page a person reads, from what went wrong. Anything unknown is our fault and a 500. */
function shownFor(error: unknown): Shown {
  if (error instanceof AppError) return { code: error.code, status: error.status }
  if (error instanceof TooMany) return { code: 'too-many', status: 429 }
  if (error instanceof TooLarge) return { code: 'invalid', status: 413 }
  if (error instanceof HTTPException && error.status === 403) return { code: 'forbidden', status: 403 }
  if (isDatabaseAway(error)) return { code: 'unavailable', status: 503 }
  return { code: 'broken', status: 500 }
}

/** What may be over when the same is sent again. */
const isPassing = (code: ErrorPageCode): code is PassingCode => Object.hasOwn(errors.sendAgain.what, code)

/** Anybody can send a form that is too large, or too many: that is no error of this program. */
export const isOurFault = (error: unknown): boolean => shownFor(error).status >= 500

/**
 * The answer to a request that did not go well. What somebody had written is
 * never thrown away with it: a form that was posted signed out, too often, or when
 * something broke, comes back with everything in it and a button to send it again.
 */
export async function errorReply(c: RouteContext, error: unknown): Promise<Response> {
  const { words, services } = c.var
  if (CALLS_FOR_HELP.test(c.req.path)) return helpReply(c, error)
  if (error instanceof SecondFactorNeeded) return c.redirect('/account/second-step', 303)
  if (error instanceof StepRefused) return stepRefused(c, error)
  const { code, status } = shownFor(error)
  if (code === 'unauthenticated' && c.req.method === 'GET')
    return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303)

  const canSendAgain = code === 'unauthenticated' || isPassing(code)
  const hidden = c.req.method === 'POST' && canSendAgain ? await writtenFields(c) : {}
  const action = c.req.path
  if (code === 'unauthenticated' && ACTS_IN_THE_ROOM.test(action)) {
    const { phone } = services.practice
    const ended = { words, action, hidden, signInHref: '/sign-in', dutyPhone: phone }
    const body = <RoomEndedPage {...ended} />
    return c.var.page({ area: 'plain', isDusk: true, title: words.sessionDay.title, body, status })
  }
  if (Object.keys(hidden).length > 0 && code === 'unauthenticated') {
    const body = <SessionEndedPage words={words} action={action} hidden={hidden} signInHref="/sign-in" />
    return c.var.page({ area: 'plain', title: words.checkIn.ended.title, body, status })
  }
  if (code === 'too-many') c.header('retry-after', '60')
  const reference = code === 'broken' ? c.var.requestId : undefined
  if (Object.keys(hidden).length > 0 && isPassing(code)) {
    const body = (
      <SendAgainPage words={words.errors} code={code} action={action} hidden={hidden} reference={reference} />
    )
    return c.var.page({ area: 'plain', title: words.errors.sendAgain.title, body, status })
  }
  if (code === 'not-found' && IN_THE_ROOM.test(c.req.path)) {
    const { name, phone } = services.practice
    const body = <NotBesidePage words={words.sessionDay} practice={name} phone={phone} />
    return c.var.page({ area: 'plain', isDusk: true, title: words.sessionDay.title, body, status })
  }
  return c.var.page({
    area: 'plain',
    title: words.errors[code].title,
    body: <ErrorPage words={words.errors} code={code} practice={services.practice} reference={reference} />,
    status,
  })
}

/** A step that cannot be taken: what can be done from here instead. Staff read states and roles, others words. */
function stepRefused(c: RouteContext, { refusal, status }: StepRefused): Response {
  const { words } = c.var
  const isStaff = c.req.path.startsWith('/console')
  const reader = isStaff ? 'staff' : c.req.path.startsWith('/portal') ? 'patient' : 'other'
  return c.var.page({
    area: isStaff ? 'console' : reader === 'patient' ? 'portal' : 'plain',
    // Stands in the tab and the history of a patient's phone: nothing about health.
    title: words.errors.step[isStaff ? 'staff' : 'patient'][refusal.why].title,
    body: <StepRefusedPage words={words} reader={reader} refusal={refusal} />,
    status,
  })
}

/** Somebody pressed for help. Whatever went wrong, the numbers stand first and nothing is asked of them. */
const CALLS_FOR_HELP = /^\/(portal\/day|care-team\/day\/[^/]+)\/help$/

/** What is pressed or told in the room of a session, by the person or by whoever is there. A page is signed in for first. */
const ACTS_IN_THE_ROOM = /^\/(portal\/day\/(now|aside)|care-team\/day\/[^/]+\/now)$/

/** Whoever is not beside somebody, or not any more, reads the same; and the numbers stand there in any case. */
const IN_THE_ROOM = /^\/care-team\/day\//

function helpReply(c: RouteContext, error: unknown): Response {
  const { words, services } = c.var
  const dutyPhone = services.practice.phone
  return c.var.page({
    area: 'plain',
    isDusk: true,
    title: words.sessionDay.title,
    status: shownFor(error).status,
    body: (
      <HelpNowPage
        who={c.req.path.startsWith('/portal') ? 'oneself' : 'beside'}
        words={words.sessionDay}
        place={undefined}
        dutyPhone={dutyPhone}
        told={undefined}
        back={undefined}
      />
    ),
  })
}

/** What the form held, as text. Passwords and codes are not carried anywhere, and a file cannot be. */
async function writtenFields(c: RouteContext): Promise<ManyFields> {
  if (c.req.path.startsWith('/sign-in') || c.req.path.startsWith('/account')) return {}
  const fields = await c.var.fields().catch(() => ({})) // no form: there is nothing to carry
  if (
    Object.values(fields)
      .flat()
      .some((value) => value instanceof File)
  )
    return {}
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const written = [value].flat().filter((one): one is string => typeof one === 'string')
      return written.length === 0 ? [] : [[name, written]]
    }),
  )
}

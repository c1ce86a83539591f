/**
 * A patient who hands in one check-in after another, as their browser would:
 * opens the page, answers, sends; and sends the same form again as long as no
 * clear answer came.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { words } from '../../app/content/words.ts'

const PATH = '/portal/check-in'
/** Where nobody answers, a person waits a little before the next try. */
const PAUSE_MS = 50
/** Nobody waits longer for a page. A house that takes this long counts as hung. */
const PATIENCE_MS = 30_000

export type Form = Readonly<Record<string, string>>

export type SendingPatient = {
  /** Forms that were answered with "thank you", by the id of their response, as they were written. */
  acknowledged: ReadonlyMap<string, Form>
  /** Answers a person should never have met: anything but a page, a thank-you, or "send it again" with all in it. */
  faults: readonly string[]
  /** How often a form was sent again, and how often the page itself offered it. */
  counts: { sentAgain: number; handedBack: number }
  /** Sends until `isOver`, and then until the last form is acknowledged. */
  sendUntil: (isOver: () => boolean) => Promise<void>
}

type Answer = { status: number; html: string; location: string | null }

/** Signs in as the patient of this name in the demo. @param random 0 to 1, as Math.random */
export async function openPatient(url: string, name: string, random: () => number): Promise<SendingPatient> {
  const cookie = await signIn(url, name)
  const acknowledged = new Map<string, Form>()
  const faults: string[] = []
  const counts = { sentAgain: 0, handedBack: 0 }

  /** Undefined when the connection gave no answer. */
  async function ask(form?: Form): Promise<Answer | undefined> {
    const begun = Date.now()
    try {
      const response = await fetch(`${url}${PATH}`, {
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
        headers: { cookie, origin: url },
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      return {
        status: response.status,
        html: await response.text(),
        location: response.headers.get('location'),
      }
    } catch {
      if (Date.now() - begun >= PATIENCE_MS) faults.push(`no answer within ${PATIENCE_MS} ms`)
      return undefined
    }
  }

  async function openForm(isOver: () => boolean): Promise<Form | undefined> {
    while (!isOver()) {
      const page = await ask()
      if (page?.status === 200) return hiddenFields(page.html)
      if (page && page.status !== 503) faults.push(`the page of the check-in answered ${page.status}`)
      await sleep(PAUSE_MS)
    }
    return undefined
  }

  async function send(written: Form): Promise<void> {
    let form = written
    for (;;) {
      const answer = await ask(form)
      if (answer?.status === 303 && answer.location === `${PATH}/thank-you`) {
        acknowledged.set(written.responseId ?? '', written)
        return
      }
      if (answer?.status === 503) {
        const kept = hiddenFields(answer.html)
        if (JSON.stringify(kept) === JSON.stringify(written)) counts.handedBack += 1
        else faults.push('a page that asks to send again did not hold what was written')
      } else if (answer) faults.push(`a check-in was answered with ${answer.status} ${answer.location ?? ''}`)
      if (faults.length > 20) throw new Error(`too many faults: ${faults.join('; ')}`)
      form = written
      counts.sentAgain += 1
      await sleep(PAUSE_MS)
    }
  }

  return {
    acknowledged,
    faults,
    counts,
    sendUntil: async (isOver) => {
      for (;;) {
        const empty = await openForm(isOver)
        if (!empty) return
        await send({ ...empty, ...answers(random), step: 'hand-in' })
      }
    },
  }
}

/** Twenty answers; now and then one is skipped, or the rest is never reached. */
function answers(random: () => number): Form {
  const level = random() * 5
  const reached = random() < 0.1 ? Math.floor(random() * pcl5.items.length) : pcl5.items.length
  return Object.fromEntries(
    pcl5.items.slice(0, reached).map(({ linkId }) => {
      const value = Math.min(4, Math.floor((level + random() * 5) / 2))
      return [linkId, random() < 0.01 ? 'skip' : String(value)]
    }),
  )
}

const hiddenFields = (html: string): Form =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

async function signIn(url: string, name: string): Promise<string> {
  const page = await (await fetch(`${url}/demo`)).text()
  const button = words.en.demo.be(name)
  const form = page.split('<form').find((each) => each.includes(`>${button}<`)) ?? ''
  const answer = await fetch(`${url}/demo`, {
    method: 'POST',
    body: new URLSearchParams(hiddenFields(form)),
    headers: { origin: url },
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('__Host-gw='))
  if (!cookie) throw new Error(`${name} could not sign in: ${answer.status}`)
  return cookie.split(';')[0] ?? ''
}

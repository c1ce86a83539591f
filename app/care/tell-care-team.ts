/**
 * Job: tells the patient's prescribers that something new is on their worklist.
 *
 * The mail says no more than that. Run twice, it tells once; killed between
 * sending and noting it, it sends the same message id again, which mail servers
 * and the demo mailbox take for the same mail.
 */
import { jobActor } from '../access/actor.ts'
import type { Login } from '../access/login/login.ts'
import { inScope, Permit } from '../access/permit.ts'
import { words } from '../content/words.ts'
import type { Database } from '../database/connection.ts'
import type { Job } from '../database/jobs.ts'
import type { Mail } from '../partners/mail.ts'
import {
  communicationKey,
  listOnCareTeam,
  markSent,
  prepareCommunication,
} from '../records/communications.ts'
import { checkedUuid } from '../system/ids.ts'

export type Surroundings = {
  db: Database
  login: Pick<Login, 'findEmail'>
  mail: Mail
  origin: string
  now: () => Date
}

export async function tellCareTeam({ db, login, mail, origin, now }: Surroundings, job: Job): Promise<void> {
  const patientId = checkedUuid(job.ids.patientId ?? '')
  const causeId = checkedUuid(job.ids.causeId ?? job.ids.questionnaireResponseId ?? '')
  const actor = jobActor(job.practiceId, `tell-care-team ${job.id}`)
  const permit = await Permit.ask(db, actor, 'tell-care-team', patientId)

  const toTell = await inScope(db, permit, async (scope) => {
    const untold: { key: string; accountId: string }[] = []
    for (const { actorId, accountId } of await listOnCareTeam(scope, 'prescriber')) {
      const key = communicationKey(causeId, actorId)
      if (await prepareCommunication(scope, key, actorId)) untold.push({ key, accountId })
    }
    return untold
  })

  for (const { key, accountId } of toTell) {
    const to = await login.findEmail(accountId)
    if (to === undefined) continue // an account without an address finds it on the worklist
    const { subject, text } = words.en.mail.newOnWorklist(`${origin}/console`)
    await mail.send({ id: key.replace(' ', '.'), to, subject, text })
    await inScope(db, permit, (scope) => markSent(scope, key, now()))
  }
}

/**
 * Job: one person is asked by mail to open their page.
 *
 * Staff are asked to look at an alert, whoever is beside a patient at their screen, a patient at a few questions; or
 * somebody is told that something is new for them. The mail says no more than that. Run twice, it tells once.
 */
import type { AboutPatient } from '../access/actions.ts'
import { isStaff, jobActor, type Role } from '../access/actor.ts'
import { inScope, Permit, type Scope } from '../access/permit.ts'
import { type Language, words } from '../content/words.ts'
import type { Job } from '../database/jobs.ts'
import {
  communicationKey,
  findRecipient,
  isBeingTold,
  markSent,
  prepareCommunication,
} from '../records/communications.ts'
import { enqueue } from '../records/jobs.ts'
import { getPatient } from '../records/patients.ts'
import { checkedUuid } from '../system/ids.ts'
import type { Surroundings } from './tell-care-team.ts'

/** Asks for one mail for one cause, with the transaction it belongs to: rolled back means no mail. */
export async function askToTell(
  scope: Scope<AboutPatient>,
  causeId: string,
  recipientId: string,
): Promise<void> {
  const key = communicationKey(causeId, recipientId)
  if (!(await isBeingTold(scope, key))) await enqueue(scope, 'tell-person', key, { causeId, recipientId })
}

/** The same for something that is new and can wait until they come by. */
export async function askForNews(
  scope: Scope<AboutPatient>,
  newsId: string,
  recipientId: string,
): Promise<void> {
  const key = communicationKey(newsId, recipientId)
  if (!(await isBeingTold(scope, key))) await enqueue(scope, 'tell-person', key, { newsId, recipientId })
}

export async function tellPerson(
  { db, login, mail, origin, now }: Surroundings,
  { id, practiceId, ids }: Job,
): Promise<void> {
  const patientId = checkedUuid(ids.patientId ?? '')
  const recipientId = checkedUuid(ids.recipientId ?? '')
  const key = communicationKey(checkedUuid(ids.newsId ?? ids.causeId ?? ''), recipientId)
  const permit = await Permit.ask(db, jobActor(practiceId, `tell-person ${id}`), 'tell-person', patientId)

  const untold = await inScope(db, permit, async (scope) => {
    const recipient = await findRecipient(scope, recipientId)
    if (!recipient || !(await prepareCommunication(scope, key, recipientId))) return undefined
    return { ...recipient, language: (await getPatient(scope)).language }
  })
  const to = untold && (await login.findEmail(untold.accountId))
  if (!untold || to === undefined) return // an account without an address finds it on its pages
  const roles = untold.roles as readonly Role[]
  const { subject, text } = (ids.newsId ? newsFor : mailFor)(roles, untold.language, origin)
  await mail.send({ id: key.replace(' ', '.'), to, subject, text })
  await inScope(db, permit, (scope) => markSent(scope, key, now()))
}

function mailFor(roles: readonly Role[], language: Language, origin: string) {
  if (isStaff({ roles })) return words.en.mail.pleaseLook(`${origin}/console/alerts`)
  const { mail } = words[language]
  return roles.includes('patient')
    ? mail.fewQuestions(`${origin}/portal`)
    : mail.signOfYou(`${origin}/people`)
}

function newsFor(roles: readonly Role[], language: Language, origin: string) {
  if (isStaff({ roles })) return words.en.mail.newOnWorklist(`${origin}/console/people`)
  return words[language].mail.newForYou(`${origin}${roles.includes('patient') ? '/portal' : '/people'}`)
}

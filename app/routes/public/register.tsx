/**
 * /register: from the free assessment to an account. The assessment comes along in its sealed field; without one
 * there is nothing to go on from. The answer is the same, and as slow, whether or not the address has an account.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { registerPatient } from '../../care/register-patient.ts'
import { dayNumber } from '../../clinical/calendar-day.ts'
import { ageYears, calendarDay } from '../../system/time.ts'
import { REGISTER_FIELDS, REGISTER_FORM, type RegisterField, RegisterPage } from '../../ui/pages/register.tsx'
import { RegisterSentPage } from '../../ui/pages/register-sent.tsx'
import { isLanguage } from '../request.ts'
import { open, type RouteContext, visitor } from '../route.ts'
import { callerOf, textIn, waitReply } from '../sign-in/replies.tsx'
import { startPage } from './assessment.tsx'
import { type Carried, openCarried, type PublicProfile, readPublic, sealCarried } from './assessment-form.ts'
import { ASSESSMENT, assessmentResultPage, REGISTER } from './assessment-result.tsx'

/** Longer than making an account takes, so that its time tells nothing. */
const ANSWERS_AFTER_MS = 600
const OLDEST_YEARS = 120
const MAX_LENGTH = 100
const MAX_EMAIL_LENGTH = 200
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/

export const registerStart = open('GET', REGISTER, (c) => c.redirect(ASSESSMENT, 303))

export const register = visitor('POST', REGISTER, 'register', async (c, permit) => {
  const { services, language } = c.var
  const fields = await c.var.fields()
  const carried = openCarried(c, fields.sealed)
  if (!carried) return startPage(c, true)
  const { profile } = await readPublic(c)
  const sent = {
    ...Object.fromEntries(REGISTER_FIELDS.map((name) => [name, textIn(fields, name).trim()])),
    language: isLanguage(fields.language) ? fields.language : language,
  } as Written
  if (fields.step !== 'send') return formPage(c, profile, carried, sent)

  const now = services.now()
  const problems = problemsOf(sent, profile, calendarDay(now, services.practice.timeZone))
  if (problems.length > 0) return formPage(c, profile, carried, sent, problems)
  const registration = {
    ...sent,
    id: carried.id,
    ageYears: ageYears(sent.bornOn, now, services.practice.timeZone),
    answers: carried.answers,
    assessedAt: new Date(carried.begunAt),
    registeredAt: now,
  }
  const [outcome] = await Promise.all([
    registerPatient(services, permit, callerOf(c), registration),
    pause(ANSWERS_AFTER_MS),
  ])
  if (outcome.status === 'too-many-tries') return waitReply(c, outcome)
  if (outcome.status === 'not-now') return assessmentResultPage(c, carried, outcome.result)
  return c.redirect(`${REGISTER}/sent`, 303)
})

export const registerSent = open('GET', `${REGISTER}/sent`, (c) => {
  const { words, services } = c.var
  return c.var.page({
    area: 'plain',
    title: words.register.title,
    body: <RegisterSentPage words={words.register.sent} isDemo={services.mode === 'demo'} />,
  })
})

type Written = Record<Exclude<RegisterField, 'language'>, string> & { language: 'en' | 'es' }

/** Which fields cannot be used as they are, in the order of the form. */
function problemsOf(written: Written, { states }: PublicProfile, today: string): RegisterField[] {
  const isShort = (text: string) => text !== '' && text.length <= MAX_LENGTH
  const born = dayNumber(written.bornOn)
  const isFine: Record<RegisterField, boolean> = {
    givenName: isShort(written.givenName),
    familyName: isShort(written.familyName),
    email: EMAIL.test(written.email) && written.email.length <= MAX_EMAIL_LENGTH,
    bornOn:
      born !== undefined &&
      written.bornOn <= today &&
      Number(today.slice(0, 4)) - Number(written.bornOn.slice(0, 4)) < OLDEST_YEARS,
    state: states.some(({ code }) => code === written.state),
    place: isShort(written.place),
    language: true,
  }
  return REGISTER_FIELDS.filter((name) => !isFine[name])
}

function formPage(
  c: RouteContext,
  { states }: PublicProfile,
  carried: Carried,
  sent: Written,
  problems: readonly RegisterField[] = [],
): Response {
  const { words, services } = c.var
  const { where } = carried.answers
  const body = (
    <RegisterPage
      words={words.register}
      practiceName={services.practice.name}
      states={states}
      action={REGISTER}
      assessmentAction={ASSESSMENT}
      hidden={{ sealed: sealCarried(c, carried) }}
      // Where they said they are is the likely answer; they can still choose the other.
      sent={{ ...sent, state: sent.state || (typeof where === 'string' ? where : '') }}
      problems={problems}
    />
  )
  return c.var.page({
    area: 'public',
    title: words.register.title,
    body,
    status: problems.length > 0 ? 400 : 200,
    form: { id: REGISTER_FORM, field: 'step', value: 'form', enter: 'send' },
  })
}

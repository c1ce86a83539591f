/** /account: how somebody signs in, and where they are signed in now. */
import { deviceName } from '../../access/login/device.ts'
import type { Words } from '../../content/words.ts'
import { clockface, type When } from '../../system/time.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { HiddenFields } from '../../ui/hidden-fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/when.tsx'
import { type Route, type RouteContext, signedIn } from '../route.ts'
import { PasskeyButton } from '../sign-in/passkey-button.tsx'
import { callerOf, goOn, START, textIn } from '../sign-in/replies.tsx'
import { accountOf, SignInAgain, signInAgainReply } from './account-login.tsx'

export const accountRoutes: Route[] = [
  signedIn('GET', '/account', (c) => accountPage(c)),

  signedIn('POST', '/account/passkeys/remove', async (c) => {
    const id = textIn(await c.var.fields(), 'passkeyId')
    const outcome = await c.var.services.login.removePasskey(callerOf(c), id)
    switch (outcome.status) {
      case 'done':
        return goOn(c, '/account?saved')
      case 'sign-in-again':
        return signInAgainReply(c, '/account')
      case 'only-way-in':
        return accountPage(c, c.var.words.account.passkeys.onlyWayIn)
    }
  }),

  signedIn('POST', '/account/sign-ins/end', async (c) => {
    const { session } = await accountOf(c)
    await c.var.services.login.endSession(session.accountId, textIn(await c.var.fields(), 'sessionId'))
    return goOn(c, '/account?saved')
  }),
]

async function accountPage(c: RouteContext, problem?: string): Promise<Response> {
  const { services, words, language } = c.var
  const { account, session } = await accountOf(c)
  const face = clockface(language, services.practice.timeZone)
  const devices = await services.login.listSessions(account.accountId)
  const mayChange = await services.login.mayChange(callerOf(c))
  const body = (
    <div class="narrow flow account">
      <h1>{words.account.title}</h1>
      <p class="quiet">{words.account.intro}</p>
      {c.req.query('saved') !== undefined && <Notice kind="done">{words.account.saved}</Notice>}
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      {!mayChange && <SignInAgain c={c} next="/account" />}
      <p>
        {words.account.email}: <strong>{account.email}</strong>
      </p>
      <Passkeys
        words={words}
        mayChange={mayChange}
        passkeys={account.passkeys.map(({ id, name, addedAt }) => ({ id, name, added: face.day(addedAt) }))}
      />
      <Password words={words.account.password} has={account.hasPassword} mayChange={mayChange} />
      <SecondStep words={words.account.secondStep} isOn={account.hasSecondStep} mayChange={mayChange} />
      <SignIns
        words={words.account.signIns}
        signOut={words.frame.signOut}
        signIns={devices.map((device) => ({
          id: device.sessionId,
          isHere: device.sessionId === session.sessionId,
          device: deviceName(device.userAgent) || words.account.signIns.unknownDevice,
          how: words.account.signIns.methods[device.method],
          seen: face.instant(device.lastSeenAt),
        }))}
      />
      <p>
        <a href={START}>{words.account.back}</a>
      </p>
    </div>
  )
  const status = problem === undefined ? 200 : 409
  return c.var.page({ area: 'plain', title: words.account.title, body, status, islands: ['passkey'] })
}

type PasskeysProps = {
  words: Words
  mayChange: boolean
  passkeys: { id: string; name: string; added: When }[]
}

function Passkeys({ words: { account, signIn }, mayChange, passkeys }: PasskeysProps) {
  const words = account.passkeys
  return (
    <Card labelledBy="passkeys">
      <h2 id="passkeys">{words.title}</h2>
      <p>{words.text}</p>
      {passkeys.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="plain-list">
        {passkeys.map(({ id, name, added }) => (
          <li key={id} class="row">
            <span>
              <strong>{name || words.unnamed}</strong>, <span class="quiet">{words.since(added.text)}</span>
            </span>
            {mayChange && (
              <form method="post" action="/account/passkeys/remove">
                <HiddenFields fields={{ passkeyId: id }} />
                <button
                  type="submit"
                  class="text-button"
                  aria-label={words.removeNamed(name || words.unnamed)}
                >
                  {words.remove}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <PasskeyButton
          words={signIn.passkey}
          does="add"
          label={words.add}
          next="/account?saved"
          needsScript={words.needsScript}
        />
      )}
    </Card>
  )
}

type PasswordProps = { words: Words['account']['password']; has: boolean; mayChange: boolean }

function Password({ words, has, mayChange }: PasswordProps) {
  return (
    <Card labelledBy="password">
      <h2 id="password">{words.title}</h2>
      <p>{has ? words.has : words.hasNot}</p>
      {mayChange && (
        <p>
          <ButtonLink href="/account/password">{has ? words.change : words.set}</ButtonLink>
        </p>
      )}
    </Card>
  )
}

type SecondStepProps = { words: Words['account']['secondStep']; isOn: boolean; mayChange: boolean }

function SecondStep({ words, isOn, mayChange }: SecondStepProps) {
  const href = isOn ? '/account/second-step/off' : '/account/second-step'
  return (
    <Card labelledBy="second-step">
      <h2 id="second-step">{words.title}</h2>
      <p>{isOn ? words.on : words.off}</p>
      {mayChange && (
        <p>
          <ButtonLink href={href}>{isOn ? words.turnOff : words.turnOn}</ButtonLink>
        </p>
      )}
    </Card>
  )
}

type SignInsProps = {
  words: Words['account']['signIns']
  signOut: string
  signIns: { id: string; isHere: boolean; device: string; how: string; seen: When }[]
}

function SignIns({ words, signOut, signIns }: SignInsProps) {
  return (
    <Card labelledBy="sign-ins">
      <h2 id="sign-ins">{words.title}</h2>
      <p>{words.text}</p>
      <ul class="plain-list">
        {signIns.map(({ id, isHere, device, how, seen }) => (
          <li key={id} class="row">
            <span>
              <strong>{device}</strong> {how},{' '}
              <span class="quiet">
                {isHere ? words.here : <Time when={{ iso: seen.iso, text: words.seen(seen.text) }} />}
              </span>
            </span>
            {!isHere && (
              <form method="post" action="/account/sign-ins/end">
                <HiddenFields fields={{ sessionId: id }} />
                <button type="submit" class="text-button" aria-label={words.endNamed(device)}>
                  {words.end}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action="/sign-out">
        <Button>{signOut}</Button>
      </form>
      <form class="flow" method="post" action="/sign-out-everywhere">
        <p class="quiet">{words.everywhereText}</p>
        <Button>{words.everywhere}</Button>
      </form>
    </Card>
  )
}

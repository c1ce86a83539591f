/**
 * The passkey button: asks the server for a challenge, the device for an answer, and goes on. Shows itself
 * only where the browser can do all of it; what went wrong it says in the words the page brought along.
 */
type Problems = Record<'cancelled' | 'refused' | 'already' | 'wait' | 'again' | 'offline', string>

async function ask(path: string, response?: unknown): Promise<Response> {
  const answer = await fetch(`/login/api/passkey/${path}`, {
    ...(response === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ response }),
        }),
  })
  if (!answer.ok) throw answer.status
  return answer
}

const ceremonies = {
  async 'sign-in'() {
    const options = await (await ask('generate-authenticate-options')).json()
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
    await ask('verify-authentication', await navigator.credentials.get({ publicKey }))
  },
  async add() {
    const options = await (await ask('generate-register-options')).json()
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    await ask('verify-registration', await navigator.credentials.create({ publicKey }))
  },
}

function problemOf(error: unknown): keyof Problems {
  if (error === 429) return 'wait'
  if (error === 403) return 'again'
  if (error instanceof TypeError) return 'offline'
  if (!(error instanceof DOMException)) return 'refused'
  return error.name === 'InvalidStateError' ? 'already' : 'cancelled'
}

for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const [button, hint, alert] = [
    box.querySelector('button'),
    box.querySelector('p'),
    box.querySelector('[role]'),
  ]
  const { passkey, next = '/', problems = '{}' } = box.dataset
  if (!button || !hint || !alert || !self.PublicKeyCredential?.parseRequestOptionsFromJSON) continue
  hint.hidden = true
  button.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    alert.textContent = ''
    try {
      await ceremonies[passkey === 'add' ? 'add' : 'sign-in']()
      location.assign(next)
    } catch (error) {
      button.disabled = false
      alert.textContent = (JSON.parse(problems) as Problems)[problemOf(error)]
      button.focus()
    }
  })
}

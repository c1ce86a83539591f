/** The four addresses app/islands/passkey.ts calls. Nothing else of the sign-in library can be reached. */
import { open, type Route, type RouteContext } from '../route.ts'

const answer = (c: RouteContext) => c.var.services.login.handler(c.req.raw, c.var.clientAddress)

// Open: adding one asks for a recent sign-in itself, and answers in words the script can show.
export const passkeyApiRoutes: Route[] = [
  open('GET', '/login/api/passkey/generate-authenticate-options', answer),
  open('POST', '/login/api/passkey/verify-authentication', answer),
  open('GET', '/login/api/passkey/generate-register-options', answer),
  open('POST', '/login/api/passkey/verify-registration', answer),
]

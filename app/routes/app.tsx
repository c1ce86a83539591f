/** Puts routes and services together: one wrapper around every page, in one order. */
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { renderToString } from 'preact-render-to-string'
import { addressBlock } from '../access/login/limits.ts'
import { words } from '../content/words.ts'
import { AppError } from '../system/errors.ts'
import { fieldsOf } from '../system/log.ts'
import { Document } from '../ui/document.tsx'
import type { Assets } from './assets.ts'
import type { AppEnv, PageOptions, Services } from './env.ts'
import { errorReply, isOurFault, TooLarge, TooMany } from './error-reply.tsx'
import { isOurHost, isOurOrigin } from './origin.ts'
import { postLimit } from './post-limit.ts'
import { proofFor } from './proof.ts'
import { clientAddressOf, isLanguage, LANGUAGE_COOKIE, languageOf } from './request.ts'
import type { Route, RouteContext } from './route.ts'

const LARGEST_FORM_BYTES = 64 * 1024
const A_YEAR_S = 31_536_000

export function createApp(
  services: Services,
  routes: readonly Route[],
  assets: Assets,
  clientFolder: string,
) {
  const app = new Hono<AppEnv>()
  const mayPost = postLimit(services.postsPerMinute, services.now)

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
      // Our own pages must be able to say where a form came from; nobody else hears anything.
      referrerPolicy: 'same-origin',
      crossOriginEmbedderPolicy: false,
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
      strictTransportSecurity: services.origin.startsWith('https:') && `max-age=${2 * A_YEAR_S}`,
    }),
  )
  app.use('/assets/*', serveStatic({ root: clientFolder, onFound: (_, c) => neverChanges(c.header.bind(c)) }))
  app.get('/icon.svg', serveStatic({ root: clientFolder }))

  app.use(async (c, next) => {
    const language = languageOf(c)
    c.set('services', services)
    c.set('requestId', crypto.randomUUID())
    c.set('language', language)
    c.set('words', words[language])
    c.set('clientAddress', clientAddressOf(c, services.trustedProxy))
    c.set('page', (options) => renderPage(c, assets, options))
    c.set('fields', () => fieldsIn(c))
    if (isLanguage(c.req.query('lang'))) {
      setCookie(c, LANGUAGE_COOKIE, language, {
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: A_YEAR_S,
      })
    }
    await next()
    // A page about a person is nobody else's to find in a cache or behind a Back button.
    // Not by c.header(): after the answer is made, that makes it again, as a stream.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  app.use(async (c, next) => {
    if (!isOurHost(services, c.req.url)) throw new HTTPException(403)
    await next()
  })
  app.use(
    csrf({
      origin: (origin, c) => isOurOrigin(services, origin, c.req.url),
      // A browser that keeps its origin to itself says this instead; beside another's origin it is worth nothing.
      secFetchSite: (site, c) => site === 'same-origin' && (c.req.header('origin') ?? 'null') === 'null',
    }),
  )
  // Of posts alone: nothing else is read, and even to look whether a GET has a body costs more than routing it.
  const usual = formLimit(LARGEST_FORM_BYTES)
  const larger = new Map(
    routes.flatMap(({ path, largestFormBytes: most }) => (most ? [[path, formLimit(most)]] : [])),
  )
  app.post('*', (c, next) => (larger.get(c.req.path) ?? usual)(c, next))
  app.post('*', async (c, next) => {
    if (!mayPost(addressBlock(c.var.clientAddress))) throw new TooMany()
    await next()
  })

  for (const route of routes) {
    if (route.onlyInDemo && services.mode !== 'demo') continue
    app.on(route.method, route.path, async (c) => route.handle(c, await proofFor(route, c)))
  }

  app.notFound((c) => errorReply(c, new AppError('not-found', 'no such address')))
  app.onError((error, c) => {
    const { method } = c.req
    const fields = { requestId: c.var.requestId, method, route: routePathOf(c), ...fieldsOf(error) }
    const code = error instanceof AppError ? error.code : fields.code
    if (isOurFault(error)) services.log.error('a request did not end well', fields)
    else services.log.info('refused', { ...fields, code, stack: undefined })
    return errorReply(c, error)
  })
  return app
}

const formLimit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new TooLarge()
    },
  })

const neverChanges = (header: (name: string, value: string) => void) =>
  header('cache-control', `public, max-age=${A_YEAR_S}, immutable`)

/** @throws AppError when what was sent is no form: cut off on its way, or not from a page of ours. */
const fieldsIn = (c: RouteContext): Promise<Record<string, unknown>> =>
  c.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new AppError('invalid', 'a form could not be read', { cause })
  })

/** The template and never the address: an address may hold an id or a link's secret. */
const routePathOf = (c: RouteContext) => c.req.matchedRoutes.at(-1)?.path ?? ''

function renderPage(c: RouteContext, assets: Assets, options: PageOptions): Response {
  const { services, language, member } = c.var
  const { area, title, body, status = 200, islands = [], form, again, isDusk } = options
  const own = again ? ['look-again', ...islands] : islands
  const scripts = area === 'public' ? own : ['leave', ...own]
  const html = renderToString(
    <Document
      area={area}
      title={title}
      language={language}
      words={c.var.words.frame}
      practice={services.practice}
      isDemo={services.mode === 'demo'}
      path={c.req.path}
      person={member && { name: member.name, roles: member.roles }}
      form={form}
      isDusk={isDusk}
      again={again}
      assets={{ styles: assets.styles, fonts: assets.fonts, scripts: scripts.map(assets.island) }}
    >
      {body}
    </Document>,
  )
  return c.html(`<!doctype html>${html}`, status)
}

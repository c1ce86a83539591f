import { createTransport } from 'nodemailer'
import { Refusal } from '../system/errors.ts'
import type { Mail } from './mail.ts'

/** On this very machine nobody is in between. Everywhere else the line is encrypted or nothing is sent. */
const ON_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]']

/**
 * Mail by the practice's own mail server.
 * @param url `smtps://user:password@host:465`, or `smtp://…:587` for a server that switches to TLS
 * @param from the address mails come from: `Name <name@host>` or the address alone
 * @throws Refusal when the url is of another kind
 */
export function createSmtpMail({ url, from }: { url: string; from: string }): Mail & { close: () => void } {
  const { protocol, hostname, port, username, password } = smtpUrl(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !ON_THIS_MACHINE.includes(hostname),
    tls: { minVersion: 'TLSv1.2' },
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // What somebody typed must never be read as a file to attach.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const ownHost = from.replace(/^.*@/, '').replace(/>$/, '').trim()

  return {
    async send({ id, to, subject, text }) {
      await transport.sendMail({
        from,
        // As an object: a comma in it stays part of one address.
        to: { name: '', address: to },
        subject,
        text,
        // Known to mail servers: a second handing-over of the same id is the same mail.
        messageId: `<${id}@${ownHost}>`,
        // Nobody's out-of-office should answer a link.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}

function smtpUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '')
    throw new Refusal('The address of the mail server must begin with smtp:// or smtps:// and name a host.')
  return url
}

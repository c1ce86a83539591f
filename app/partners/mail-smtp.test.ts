import net from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Refusal } from '../system/errors.ts'
import { createSmtpMail } from './mail-smtp.ts'

const message = { id: 'abc-123', to: 'jo@example.org', subject: 'A link for you', text: 'Hello, Jo' }

let close = () => {}
afterEach(() => close())

/** The least a mail server says, and all that it heard. It has no TLS to offer. */
async function listen(host: string) {
  const heard: string[] = []
  const server = net.createServer((socket) => {
    let inMail = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        heard.push(line)
        if (inMail) {
          if (line === '.') {
            inMail = false
            say('250 kept')
          }
        } else if (line === 'DATA') {
          inMail = true
          say('354 go on')
        } else say(line === 'QUIT' ? '221 bye' : '250 yes')
      }
    })
    say('220 here')
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  close = () => server.close()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { heard, url: `smtp://${host}:${address.port}` }
}

test('a mail on this machine goes out, with the same message id each time it is tried', async () => {
  const server = await listen('127.0.0.1')
  const mail = createSmtpMail({ url: server.url, from: 'Harbour Street <hello@harbour.example>' })
  await mail.send(message)
  await mail.send(message)
  mail.close()
  const ids = server.heard.filter((line) => line.startsWith('Message-ID:'))
  expect(ids).toEqual(Array(2).fill('Message-ID: <abc-123@harbour.example>'))
  expect(server.heard.filter((line) => line.startsWith('RCPT'))).toEqual(
    Array(2).fill('RCPT TO:<jo@example.org>'),
  )
  expect(server.heard).toContain('Hello, Jo')
})

test('beyond this machine nothing is sent without encryption', async () => {
  // Still loopback to the system, yet none of the names that stand for this machine.
  const server = await listen('127.0.0.2')
  const mail = createSmtpMail({ url: server.url, from: 'hello@harbour.example' })
  await expect(mail.send(message)).rejects.toThrow()
  mail.close()
  expect(server.heard.join()).not.toContain('jo@example.org')
})

test('a list in the address is not a second reader, a line break in the subject is no header', async () => {
  const server = await listen('127.0.0.1')
  const mail = createSmtpMail({ url: server.url, from: 'hello@harbour.example' })
  await mail
    .send({ ...message, to: 'jo@example.org, eve@example.org', subject: 'A\r\nBcc: eve@example.org' })
    .catch(() => {})
  mail.close()
  expect(server.heard.filter((line) => line.startsWith('RCPT')).join()).not.toMatch(/TO:<eve@/)
  expect(server.heard).not.toContain('Bcc: eve@example.org')
})

test.each(['http://mail.example', 'mail.example:25', '', 'smtp://'])('%j is no mail server', (url) => {
  expect(() => createSmtpMail({ url, from: 'hello@harbour.example' })).toThrow(Refusal)
})

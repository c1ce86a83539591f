import { isOpenTo } from '../../access/actions.ts'
import { inScope } from '../../access/permit.ts'
import { findProtocolInForce } from '../../records/protocol-versions.ts'
import { clockface, dayText } from '../../system/time.ts'
import { ProtocolPage } from '../../ui/pages/protocol.tsx'
import { onPractice } from '../route.ts'

/** The numbers the practice signed, as they are in force. */
export const protocol = onPractice('GET', '/console/protocol', 'read-protocol', async (c, permit, member) => {
  const { words, language, services } = c.var
  const inForce = await inScope(services.db, permit, findProtocolInForce)
  const face = clockface(language, services.practice.timeZone)
  return c.var.page({
    area: 'console',
    title: words.protocol.title,
    body: (
      <ProtocolPage
        language={language}
        words={words.protocol}
        mayReadVersions={isOpenTo('read-protocol-versions', member.roles)}
        protocol={
          inForce && {
            ...inForce,
            signedOn: face.day(inForce.signedAt),
            lastDay: inForce.expiresOn === null ? null : dayText(language, inForce.expiresOn),
          }
        }
      />
    ),
  })
})

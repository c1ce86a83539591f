import { z } from 'zod'
import { inScope } from '../../access/permit.ts'
import { countUnseen } from '../../records/alerts.ts'
import { listWorklist, type WorklistPlace } from '../../records/worklist.ts'
import { ageYears, clockface } from '../../system/time.ts'
import { WorklistPage } from '../../ui/pages/worklist.tsx'
import { onList } from '../route.ts'
import { ruleText } from './finding-view.ts'

const PAGE_SIZE = 50

/** `after` in the address: rank, instant and id of the last row seen, and how many came before. */
const After = z.tuple([
  z.coerce.number().int().min(1).max(4),
  z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+\d\d(:\d\d)?$/),
  z.uuid(),
  z.coerce.number().int().min(0),
])

/** Who needs a clinician's eye, among the reader's own patients. */
export const worklist = onList('GET', '/console', 'read-worklist', async (c, permit) => {
  const { words, language, services } = c.var
  const place = After.safeParse(c.req.query('after')?.split('~'))
  const after: WorklistPlace | undefined = place.success
    ? { severityRank: place.data[0], foundAt: place.data[1], findingId: place.data[2] }
    : undefined
  const before = place.success ? place.data[3] : 0

  const { rows, next, unseen } = await inScope(services.db, permit, async (scope) => ({
    unseen: await countUnseen(scope),
    ...(await listWorklist(scope, PAGE_SIZE, after)),
  }))
  const face = clockface(language, services.practice.timeZone)
  const nextPlace = next && [next.severityRank, next.foundAt, next.findingId, before + rows.length].join('~')
  return c.var.page({
    area: 'console',
    title: words.worklist.title,
    body: (
      <WorklistPage
        words={words.worklist}
        alerts={{ words: words.alerts, unseen }}
        patientWords={words.patient}
        rows={rows.map((row) => ({
          href: `/console/patients/${row.patientId}`,
          name: row.name,
          ageYears: ageYears(row.bornOn, services.now(), services.practice.timeZone),
          place: `${row.place}, ${row.state}`,
          finding: { ...row, text: ruleText(language, row, services.practice.name) },
          moreFindings: row.moreFindings,
          openSince: face.instant(row.foundAt),
          lastTotal: row.latest && {
            total: row.latest.total ?? 'unscored',
            at: face.day(row.latest.authoredAt),
          },
        }))}
        asOf={face.instant(services.now())}
        from={before + 1}
        pageSize={PAGE_SIZE}
        nextHref={nextPlace ? `/console?after=${encodeURIComponent(nextPlace)}` : null}
        firstHref={after ? '/console' : null}
      />
    ),
  })
})

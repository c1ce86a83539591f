/** /portal/progress: how it went, for the person themselves: in words and bands, without a score. */
import { readInScope } from '../../access/permit.ts'
import { pcl5Week } from '../../clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../../clinical/instruments/pcl5.ts'
import { findProtocolInForce } from '../../records/protocol-versions.ts'
import { listSeries } from '../../records/questionnaire-responses.ts'
import { clockface } from '../../system/time.ts'
import { ProgressPage, type ProgressSeries } from '../../ui/pages/progress.tsx'
import { pcl5Trajectory } from '../pcl5-trajectory.ts'
import { ownRecord } from '../route.ts'
import { whenOpen } from './when-open.tsx'

const MAX_TOTAL = 80

export const progress = ownRecord(
  'GET',
  '/portal/progress',
  'read-today',
  whenOpen('progress', async (c, permit) => {
    const { words, language, services } = c.var
    const [month, week, protocol] = await readInScope(services.db, permit, (scope) =>
      Promise.all([listSeries(scope, pcl5), listSeries(scope, pcl5Week), findProtocolInForce(scope)]),
    )
    const face = clockface(language, services.practice.timeZone)
    const limits = protocol?.limits ?? {}
    const all = [
      { key: 'week', instrument: pcl5Week, responses: week },
      { key: 'month', instrument: pcl5, responses: month },
    ] as const
    const series = all.flatMap(({ key, instrument, responses }): ProgressSeries[] => {
      if (responses.length === 0) return []
      const trajectory = pcl5Trajectory(instrument, responses, limits)
      return [{ key, trajectory, days: trajectory.points.map(({ at }) => face.day(new Date(at))) }]
    })
    return c.var.page({
      area: 'portal',
      title: words.way.progress.title,
      body: (
        <ProgressPage
          words={words.way}
          series={series}
          max={MAX_TOTAL}
          reliableChange={limits.instruments?.pcl5?.reliableChangePoints}
        />
      ),
    })
  }),
)

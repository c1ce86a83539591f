import type { Instrument } from '../clinical/instruments/instrument.ts'
import type { Pcl5Readings, Pcl5Score } from '../clinical/instruments/pcl5.ts'
import type { Limits } from '../clinical/protocol.ts'
import { type Trajectory, trajectory } from '../clinical/trajectory.ts'
import type { StoredResponse } from '../records/questionnaire-responses.ts'

/**
 * The course of one form of the PCL-5 against the limits in force. The wording is the published English on pages of
 * every language, so that the language of the page divides no series.
 */
export function pcl5Trajectory(
  instrument: Instrument<Pcl5Score, Pcl5Readings>,
  responses: readonly StoredResponse[],
  { instruments }: Limits,
): Trajectory {
  const { reliableChangePoints, meaningfulChangePoints, endpointTotal } = instruments?.pcl5 ?? {}
  return trajectory(
    responses.map(({ id, answers, authoredAt }) => {
      const result = instrument.score(answers)
      const at = authoredAt.getTime()
      return result.status === 'complete'
        ? { id, at, status: 'complete', total: result.score.total }
        : { id, at, status: 'incomplete' }
    }),
    {
      ...(reliableChangePoints !== undefined && { reliablePoints: reliableChangePoints }),
      ...(meaningfulChangePoints !== undefined && { meaningfulPoints: meaningfulChangePoints }),
      ...(endpointTotal !== undefined && { endpoint: endpointTotal }),
    },
  )
}

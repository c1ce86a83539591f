/** Where a scale is asked once there is a text of it. Empty: no page asks it, whatever text there is. */
import { isCourseAsk } from './course/asks.ts'
import { SCALE_KEYS, SCALE_PARTS } from './intake/scales.ts'

export type AskedPlace = 'intake' | 'follow-up'

/** @param code of the instrument */
export function placesOf(code: string): readonly AskedPlace[] {
  const part = SCALE_KEYS.find((key) => SCALE_PARTS[key].instrument.code === code)
  if (part === undefined) return []
  return isCourseAsk(part) ? ['intake', 'follow-up'] : ['intake']
}

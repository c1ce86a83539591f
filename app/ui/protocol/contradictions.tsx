import { type Contradiction, contradictions } from '../../clinical/protocol/contradictions.ts'
import { cellsAt, type Place, placeName } from '../../clinical/protocol/places.ts'
import type { Limits } from '../../clinical/protocol.ts'
import { cellText, fullLabel } from '../../content/limit-words.ts'
import type { Language, Words } from '../../content/words.ts'
import { Notice } from '../notice.tsx'

type ContradictionsProps = { language: Language; words: Words['protocol']; limits: Limits }

/** Limits that cannot both be meant, if there are any. */
export function Contradictions({ language, words, limits }: ContradictionsProps) {
  const found = contradictions(limits)
  if (found.length === 0) return null
  const own = words.contradictions
  return (
    <Notice kind="problem" title={own.title}>
      <ul>
        {found.map((one) => (
          <li key={nameOf(one)}>
            {own.line(
              fullLabel(language, one.low),
              valueAt(language, limits, one.low),
              fullLabel(language, one.high),
              valueAt(language, limits, one.high),
            )}
          </li>
        ))}
      </ul>
      <p>{own.text}</p>
    </Notice>
  )
}

const nameOf = ({ low, high }: Contradiction) => `${placeName(low)} ${placeName(high)}`

function valueAt(language: Language, limits: Limits, place: Place): string {
  const cell = cellsAt(limits, place.path).find((one) => placeName(one.place) === placeName(place))
  return cell ? cellText(language, cell.field, cell.value) : ''
}

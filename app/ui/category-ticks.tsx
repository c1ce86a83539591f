import type { Words } from '../content/words.ts'
import { Ticks } from './ticks.tsx'

type CategoryTicksProps = {
  words: Words['ownPeople']
  legend: string
  name: string
  chosen: readonly string[]
  error?: string | undefined
}

/** What somebody may be shown. Nothing is ticked unless it was. */
export function CategoryTicks({ words, legend, name, chosen, error }: CategoryTicksProps) {
  return (
    <Ticks
      legend={legend}
      name={name}
      kind="several"
      error={error}
      choices={(['wishes', 'plan', 'scores', 'session'] as const).map((category) => ({
        value: category,
        label: words.categories[category],
        isChosen: chosen.includes(category),
      }))}
    />
  )
}

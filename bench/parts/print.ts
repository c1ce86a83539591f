/** Tables of figures for the terminal, and what became of the goals. */

export function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...rows.map((row) => row[i]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('   ')
  console.log(`\n${title}\n${line(columns)}`)
  for (const row of rows) console.log(line(row))
}

export type Goal = { what: string; seen: string; isReached: boolean }

export function goals(all: readonly Goal[]): void {
  console.log()
  for (const { what, seen, isReached } of all)
    console.log(`${isReached ? 'reached' : 'MISSED '}  ${what}: ${seen}`)
}

export const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
/** Per request. */
export const cpu = (value: number) => `${value.toFixed(2)} ms`
export const perSecond = (value: number) => `${Math.round(value)}/s`
export const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`

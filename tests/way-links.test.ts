import { expect, test } from 'vitest'
import { ROUTES } from '../app/routes/routes.ts'
import { ALSO_OPEN, WHERE } from '../app/ui/pages/way-today.tsx'

test('the first page of somebody on their way links to pages that there are', () => {
  const addresses = ROUTES.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const linked = [...Object.values(WHERE), ...Object.values(ALSO_OPEN)].filter((href) => href !== undefined)
  expect(linked.filter((href) => !addresses.includes(href))).toEqual([])
})

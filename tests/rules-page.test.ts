import { expect, test } from 'vitest'
import { rulesPage } from './rules-page.ts'

test('the page of rules says what the rules and their words say', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('../docs/clinical/rules.md')
})

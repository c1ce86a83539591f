import { expect, test } from 'vitest'
import { medicinesPage } from './medicines-page.ts'

test('the page of medicines says what the table and its words say', async () => {
  await expect(medicinesPage()).toMatchFileSnapshot('../docs/clinical/medicines.md')
})

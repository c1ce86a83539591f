import { defineConfig } from 'vitest/config'

/**
 * For `npm run mutate`: the tests of clinical/, without those that try everything or draw thousands of people, which
 * would be done again for every mutant.
 */
export default defineConfig({
  test: {
    include: ['app/clinical/**/*.test.ts'],
    exclude: ['**/*.exhaustive.test.ts', 'app/clinical/rules/{limits,worse}.test.ts'],
    setupFiles: ['tests/same-every-time.ts'],
    testTimeout: 60_000,
  },
})

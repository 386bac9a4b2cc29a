import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', 'dist/**', 'data/**'],
    globalSetup: ['platform/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'json-summary'],
      reportOnFailure: true,
      include: [
        'base/**/*.ts',
        'platform/server/**/*.ts',
        '{capabilities,products}/*/server/**/*.ts',
        'products/*/{engines,cli}/**/*.ts',
      ],
      exclude: ['**/*.test.ts', '**/*.fixture.ts', '**/types.ts'],
      thresholds: { lines: 90 },
    },
  },
});

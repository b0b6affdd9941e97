import './scripts/parts/node-version.mjs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// One PostgreSQL for the whole run; tests copy their databases from its template.
const withPostgres = { globalSetup: [at('./tests/support/postgres-global-setup.ts')] };

const shared = {
  extends: true as const,
  test: { setupFiles: [at('./tests/support/setup.ts')], testTimeout: 20_000, hookTimeout: 60_000 },
};

// What needs only its file leaves nothing behind: one world for all such files is made in a third of the time.
const unit = { ...shared.test, isolate: false };

export default defineConfig({
  resolve: {
    alias: {
      '@': at('.'),
      // Next resolves this package to a guard that throws outside its server bundle; tests run the server's side.
      'server-only': at('./tests/support/empty.ts'),
    },
  },
  test: {
    projects: [
      {
        ...shared,
        test: { ...unit, name: 'unit', include: ['{lib,app,demo,server}/**/*.test.{ts,tsx}', '*.test.ts'] },
      },
      {
        ...shared,
        test: { ...unit, name: 'project', include: ['{tests/project,scripts,bench}/**/*.test.{ts,mjs}'] },
      },
      {
        ...shared,
        test: { ...shared.test, ...withPostgres, name: 'store', include: ['tests/adapters/db/**/*.test.ts'] },
      },
      {
        ...shared,
        test: {
          ...shared.test,
          name: 'adapters',
          include: ['tests/{adapters,demo}/**/*.test.ts'],
          exclude: ['tests/adapters/db/**'],
        },
      },
      {
        ...shared,
        test: {
          ...shared.test,
          ...withPostgres,
          name: 'services',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{adapters,demo,project,e2e}/**'],
        },
      },
    ],
  },
});

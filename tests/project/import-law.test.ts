import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import law from '../../.dependency-cruiser.mjs';

/** Each file, what it imports, and the law it breaks; null is allowed. */
const cases: [file: string, source: string, law: string | null][] = [
  ['lib/domain/a.ts', "import '@/lib/views/words/numbers';", 'domain-imports-domain-only'],
  ['lib/domain/b.ts', "import 'node:fs';", 'domain-imports-domain-only'],
  ['lib/domain/c.ts', "import 'zod';", 'domain-imports-domain-only'],
  ['lib/views/a.ts', "import '@/lib/adapters/clock';", 'views-import-domain-and-views'],
  ['lib/views/b.ts', "import '@/lib/domain/day';", null],
  ['lib/views/c.ts', "import '@/lib/api/common';", 'views-import-domain-and-views'],
  ['lib/views/d.ts', "import 'zod';", 'views-import-domain-and-views'],
  ['lib/views/e.ts', "import 'csv-stringify';\nimport 'fflate';\nimport 'react';", null],
  ['lib/api/a.ts', "import '@/lib/services/trends/see';", 'api-imports-views-and-domain'],
  ['lib/api/b.ts', "import '@/lib/views/words/numbers';\nimport 'zod';", null],
  ['lib/api/d.ts', "import 'csv-parse';\nimport 'zod-openapi';", null],
  ['lib/api/e.ts', "import 'csv-stringify';", 'api-imports-views-and-domain'],
  ['lib/api/c.ts', "import '@/lib/adapters/clock';", 'api-imports-views-and-domain'],
  ['lib/adapters/mail/a.ts', "import '@/lib/services/trends/see';", 'adapters-import-no-floor-above'],
  ['lib/adapters/mail/b.ts', "import '@/lib/adapters/db/store';", 'adapter-folders-do-not-know-each-other'],
  ['lib/adapters/mail/c.ts', "import '@/lib/process';", null],
  ['lib/adapters/mail/d.ts', "import '@/lib/api/common';", 'adapters-import-no-floor-above'],
  ['lib/adapters/db/b.ts', "import '@/lib/adapters/db/store';\nimport '@prisma/client';", null],
  ['lib/config/a.ts', "import '@/lib/services/trends/see';", 'config-knows-domain-and-addresses'],
  ['lib/config/b.ts', "import '@/lib/adapters/clock';", 'config-knows-domain-and-addresses'],
  ['lib/config/c.ts', "import '@/lib/domain/day';\nimport '@/lib/adapters/enpass/address';", null],
  ['lib/config/e.ts', "import '@/lib/adapters/db/postgres/address';", null],
  ['lib/config/d.ts', "import type { Clock } from '@/lib/adapters/clock';\nexport type C = Clock;", null],
  [
    'lib/adapters/mail/e.ts',
    "import type { Clock } from '@/lib/adapters/clock';\nexport type C = Clock;",
    'adapter-folders-do-not-know-each-other',
  ],
  [
    'lib/services/trends/a.ts',
    "import { now } from '@/lib/adapters/clock';\nnow();",
    'services-import-adapters-as-types',
  ],
  ['lib/services/trends/b.ts', "import type { Clock } from '@/lib/adapters/clock';\nexport type C = Clock;", null],
  ['lib/services/trends/c.ts', "import '@/app/_ui/status-tone';", 'services-import-no-floor-above'],
  ['lib/services/trends/d.ts', "import 'node:fs';", 'services-use-zod-and-lru-cache-alone'],
  ['lib/services/trends/e.ts', "import 'zod';", null],
  ['lib/services/trends/f.ts', "import '@prisma/client';", 'only-the-database-adapter-knows-prisma'],
  ['lib/services/trends/g.ts', "import '../weeks/parts/read';\nimport '@/lib/api/common';", null],
  ['lib/services/trends/h.ts', "import 'lru-cache';", 'only-cached-and-doors-keep-things'],
  ['lib/services/access/parts/recognise-session.ts', "import 'lru-cache';", null],
  ['app/_doors/f.ts', "import 'lru-cache';", null],
  ['app/l.tsx', "import 'lru-cache';", 'only-cached-and-doors-keep-things'],
  ['lib/adapters/cache.ts', "import 'lru-cache';", null],
  ['lib/cli/a.ts', "import '@/lib/services/weeks/parts/read';", 'only-services-use-their-parts'],
  ['lib/cli/b.ts', "import '@/lib/services/parts/database-away';\nimport '@/lib/runtime/runtime';", null],
  ['lib/cli/c.ts', "import '@/app/_ui/status-tone';", 'cli-imports-no-app'],
  ['lib/cli/d.ts', "import '@/demo/cast';", 'nothing-shipped-imports-the-demo'],
  ['lib/runtime/a.ts', "import '@/server/edge';", 'lib-does-not-import-app'],
  ['app/a.tsx', "import '@/lib/adapters/clock';", 'app-stays-above-services'],
  ['app/_passkeys/a.ts', "import '@simplewebauthn/browser';", null],
  ['app/sign-in/a.ts', "import '@simplewebauthn/browser';", 'only-passkeys-ask-the-browser-for-keys'],
  ['app/b.tsx', "import '@/lib/runtime/runtime';", 'only-doors-and-starters-build-the-world'],
  ['app/c.tsx', "import '@/lib/services/trends/see';\nimport '@/app/_doors/enter/enter';", null],
  ['app/d.tsx', "'use client';\nimport '@/lib/services/trends/see';", 'client-parts-import-what-is-pure'],
  ['app/e.tsx', "'use client';\nimport '@/lib/domain/day';\nimport 'react';", null],
  ['app/f.tsx', "import 'chart.js';", 'only-charts-draw-with-chart-js'],
  ['app/m.tsx', "import 'csv-parse';", 'app-uses-next-and-react'],
  ['app/n.tsx', "import 'vitest';", 'nothing-shipped-needs-development-packages'],
  ['app/g.tsx', "import '@/tests/support/counts';", 'nothing-shipped-imports-tests'],
  ['app/h.tsx', "import '@/demo/cast';", 'nothing-shipped-imports-the-demo'],
  ['app/i.tsx', "import '@/lib/services/weeks/parts/read';", 'only-services-use-their-parts'],
  ['app/j.tsx', "import '@/lib/services/parts/database-away';", 'only-doors-and-starters-use-what-asks-nobody'],
  ['app/k.tsx', "'use client';\nimport '@/lib/api/common';", 'client-parts-import-what-is-pure'],
  ['app/_charts/a.tsx', "import 'chart.js';", null],
  ['app/_doors/enter/enter.ts', "import '@/lib/runtime/runtime';\nimport '@/lib/services/parts/database-away';", null],
  ['app/_doors/b.ts', "import '@/lib/adapters/clock';", 'doors-reach-the-world-through-runtime'],
  ['app/_doors/c.ts', "import '@/server/edge';", null],
  ['app/_doors/d.ts', "import '@/server/main';", 'app-asks-the-server-what-it-knows-of-a-request'],
  ['server/a.ts', "import '@/app/_ui/status-tone';", 'server-knows-no-application'],
  ['server/b.ts', "import '@/lib/runtime/runtime';", 'server-knows-no-application'],
  ['server/c.ts', "import 'zod';", 'server-uses-node-and-next'],
  ['server/d.ts', "import '@/server/edge';\nimport '@/lib/process';\nimport 'node:http';", null],
  ['server/e.ts', "import '@/lib/views/words/refusals';\nimport 'next';", null],
  ['server/f.ts', "import '@/lib/views/words/numbers';", 'server-knows-no-application'],
  ['demo/a.ts', "import '@/tests/support/counts';", 'demo-imports-lib-only'],
  ['demo/b.ts', "import '@/lib/services/trends/see';", null],
  ['lib/domain/d.ts', "import '@/lib/domain/e';", 'no-cycles'],
  ['lib/domain/f.ts', "import type { G } from '@/lib/domain/g';\nexport type F = G;", 'no-cycles'],
  ['lib/domain/lonely.ts', 'export const alone = 1;', 'no-orphans'],
  ['lib/domain/h.ts', "import '@/lib/domain/not-there';", 'no-unknown-module'],
];

const packages = [
  ...['@prisma/client', 'chart.js', 'csv-parse', 'csv-stringify', 'fflate', '@simplewebauthn/browser'],
  ...['lru-cache', 'next', 'react', 'zod', 'zod-openapi'],
];

const world = {
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(packages.map((name) => [name, '1'])),
    devDependencies: { vitest: '1' },
  }),
  'tsconfig.json': '{"compilerOptions":{"module":"ESNext","moduleResolution":"Bundler","paths":{"@/*":["./*"]}}}',
  'lib/domain/day.ts': "import '@/lib/domain/period';",
  'lib/domain/period.ts': 'export {};',
  'lib/domain/e.ts': "import '@/lib/domain/d';",
  'lib/domain/g.ts': "import type { F } from '@/lib/domain/f';\nexport type G = F;",
  'lib/process.ts': 'export {};',
  'lib/views/words/numbers.ts': "import '@/lib/domain/day';",
  'lib/views/words/refusals.ts': "import '@/lib/domain/day';",
  'lib/adapters/db/postgres/address.ts': "import '@/lib/domain/day';",
  'lib/adapters/enpass/address.ts': "import '@/lib/domain/day';",
  'lib/api/common.ts': "import 'zod';",
  'lib/adapters/clock.ts': 'export type Clock = { now(): Date };\nexport const now = () => new Date();',
  'lib/adapters/db/store.ts': "import '@/lib/domain/day';",
  'lib/services/trends/see.ts': "import '@/lib/domain/day';",
  'lib/services/weeks/parts/read.ts': "import '@/lib/domain/day';",
  'lib/services/parts/database-away.ts': "import '@/lib/domain/day';",
  'lib/runtime/runtime.ts': "import '@/lib/adapters/clock';",
  'app/_ui/status-tone.ts': "import 'react';",
  'server/edge.ts': "import '@/lib/process';",
  'server/main.ts': "import '@/server/edge';",
  'demo/cast.ts': "import '@/lib/domain/day';",
  'tests/support/counts.ts': "import '@/lib/domain/day';",
};

const folders = ['app', 'demo', 'lib', 'server', 'tests'];
const dir = mkdtempSync(join(tmpdir(), 'law-'));
let broken: { from: string; rule: { name: string } }[] = [];

beforeAll(async () => {
  const files: Record<string, string> = { ...world };
  for (const [file, source] of cases) files[file] = source;
  for (const name of [...packages, 'vitest']) {
    Object.assign(files, {
      [`node_modules/${name}/package.json`]: `{"name":"${name}","version":"1.0.0","main":"index.js"}`,
      [`node_modules/${name}/index.js`]: '',
    });
  }
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), source);
  }
  cpSync('.dependency-cruiser.mjs', join(dir, '.dependency-cruiser.mjs'));
  const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: dir }).catch((error) => error);
  broken = JSON.parse(stdout).summary.violations;
});

afterAll(() => rmSync(dir, { recursive: true }));

test('every rule is broken here once', () => {
  const bitten = new Set(cases.map(([, , rule]) => rule));
  expect(law.forbidden.map(({ name }) => name).filter((name) => !bitten.has(name))).toEqual([]);
});

test.each(cases)('%s with %j breaks %s', (file, _, rule) => {
  const laws = broken.filter((violation) => violation.from === file).map((violation) => violation.rule.name);
  if (rule === null) expect(laws).toEqual([]);
  else expect(laws).toContain(rule);
});

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Each file, what it imports, and the law it breaks; null is allowed. */
const cases: [file: string, source: string, law: string | null][] = [
  ['lib/domain/a.ts', "import '@/lib/views/words';", 'domain-imports-domain-only'],
  ['lib/domain/b.ts', "import 'node:fs';", 'domain-imports-domain-only'],
  ['lib/domain/c.ts', "import 'zod';", 'domain-imports-domain-only'],
  ['lib/views/a.ts', "import '@/lib/adapters/clock';", 'views-import-domain-and-views'],
  ['lib/views/b.ts', "import '@/lib/domain/day';", null],
  ['lib/adapters/mail/a.ts', "import '@/lib/services/see';", 'adapters-import-no-floor-above'],
  ['lib/adapters/mail/b.ts', "import '@/lib/adapters/db/store';", 'adapter-folders-do-not-know-each-other'],
  ['lib/adapters/db/b.ts', "import '@/lib/adapters/db/store';\nimport '@prisma/client';", null],
  ['lib/services/a.ts', "import { now } from '@/lib/adapters/clock';\nnow();", 'services-import-adapters-as-types'],
  ['lib/services/b.ts', "import type { Clock } from '@/lib/adapters/clock';\nexport type C = Clock;", null],
  ['lib/services/c.ts', "import '@/app/_ui/tone';", 'services-import-no-floor-above'],
  ['lib/services/d.ts', "import 'node:fs';", 'services-use-zod-and-lru-cache-alone'],
  ['lib/services/e.ts', "import 'zod';", null],
  ['lib/services/g.ts', "import 'lru-cache';", 'only-cached-and-doors-keep-things'],
  ['lib/services/parts/cached.ts', "import 'lru-cache';", null],
  ['lib/services/f.ts', "import '@prisma/client';", 'only-the-database-adapter-knows-prisma'],
  ['app/a.tsx', "import '@/lib/adapters/clock';", 'app-stays-above-services'],
  ['app/b.tsx', "import '@/lib/runtime';", 'only-doors-and-starters-build-the-world'],
  ['app/c.tsx', "import '@/lib/services/see';\nimport '@/app/_doors/enter';", null],
  ['app/d.tsx', "'use client';\nimport '@/lib/services/see';", 'client-parts-import-what-is-pure'],
  ['app/e.tsx', "'use client';\nimport '@/lib/domain/day';\nimport 'react';", null],
  ['app/f.tsx', "import 'chart.js';", 'only-charts-draw-with-chart-js'],
  ['app/g.tsx', "import '@/tests/support/cast';", 'nothing-shipped-imports-tests'],
  ['app/_charts/a.tsx', "import 'chart.js';", null],
  ['app/_doors/enter.ts', "import '@/lib/runtime';", null],
  ['lib/domain/d.ts', "import '@/lib/domain/e';", 'no-cycles'],
];

const world = {
  'package.json': '{"dependencies":{"zod":"1","lru-cache":"1","react":"1","chart.js":"1","@prisma/client":"1"}}',
  'tsconfig.json': '{"compilerOptions":{"module":"ESNext","moduleResolution":"Bundler","paths":{"@/*":["./*"]}}}',
  'lib/domain/day.ts': "import '@/lib/domain/period';",
  'lib/domain/period.ts': 'export {};',
  'lib/domain/e.ts': "import '@/lib/domain/d';",
  'lib/views/words.ts': "import '@/lib/domain/day';",
  'lib/adapters/clock.ts': 'export type Clock = { now(): Date };\nexport const now = () => new Date();',
  'lib/adapters/db/store.ts': "import '@/lib/domain/day';",
  'lib/services/see.ts': "import '@/lib/domain/day';",
  'lib/runtime.ts': "import '@/lib/adapters/clock';",
  'app/_ui/tone.ts': "import 'react';",
  'tests/support/cast.ts': "import '@/lib/domain/day';",
};

const dir = mkdtempSync(join(tmpdir(), 'law-'));
let broken: { from: string; rule: { name: string } }[] = [];

beforeAll(async () => {
  const files: Record<string, string> = { ...world };
  for (const [file, source] of cases) files[file] = source;
  for (const name of ['zod', 'lru-cache', 'react', 'chart.js', '@prisma/client']) {
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
  const args = [cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'app', 'lib', 'tests'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: dir }).catch((error) => error);
  broken = JSON.parse(stdout).summary.violations;
});

afterAll(() => rmSync(dir, { recursive: true }));

test.each(cases)('%s with %j breaks %s', (file, _, law) => {
  const laws = broken.filter((violation) => violation.from === file).map((violation) => violation.rule.name);
  if (law === null) expect(laws).toEqual([]);
  else expect(laws).toContain(law);
});

import { readdirSync, readFileSync } from 'node:fs';

const test = '\\.test\\.tsx?$';
const packages = (...names) => `^node_modules/(?:@types/)?(?:${names.join('|')})(?:/|$)`;
const floor = (name, path, { from = {}, to }) => ({
  name,
  severity: 'error',
  from: { path, pathNot: [test], ...from },
  to,
});

/** Who may import whom: the table in CONTRIBUTING.md, row by row. */
export default {
  forbidden: [
    floor('domain-imports-domain-only', '^lib/domain/', { to: { pathNot: ['^lib/domain/'] } }),
    floor('views-import-domain-and-views', '^lib/views/', {
      to: { pathNot: ['^lib/(domain|views)/', packages('csv-stringify', 'csv-parse', 'fflate', 'zod', 'zod-openapi')] },
    }),
    floor('adapters-import-no-floor-above', '^lib/adapters/', { to: { path: '^(app|lib/(?!domain/|adapters/))' } }),
    floor('adapter-folders-do-not-know-each-other', '^lib/adapters/([^/]+)/', {
      to: { path: '^lib/adapters/', pathNot: ['^lib/adapters/$1/'] },
    }),
    floor('services-import-adapters-as-types', '^lib/services/', {
      to: { path: '^lib/(adapters/|config|environment)', dependencyTypesNot: ['type-only'] },
    }),
    floor('services-import-no-floor-above', '^lib/services/', { to: { path: '^(app/|lib/(runtime|lifecycle|cli/))' } }),
    // lru-cache is plain memory: it reaches nothing outside the process.
    floor('services-use-zod-and-lru-cache-alone', '^lib/services/', {
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: [packages('zod', 'lru-cache')] },
    }),
    floor('only-cached-and-doors-keep-things', '^(app|lib)/', {
      from: {
        pathNot: [test, '^app/_doors/', '^lib/services/(parts/cached|recognise-session)\\.ts$', '^lib/adapters/'],
      },
      to: { path: packages('lru-cache') },
    }),
    floor('lib-does-not-import-app', '^lib/', { to: { path: '^app/' } }),
    floor('app-stays-above-services', '^app/(?!_doors/)', {
      to: { path: '^lib/', pathNot: ['^lib/(domain|views|services)/'] },
    }),
    floor('doors-reach-the-world-through-runtime', '^app/_doors/', {
      to: { path: '^lib/', pathNot: ['^lib/(domain|views|services)/', '^lib/(runtime|config)\\.ts$'] },
    }),
    floor('only-doors-and-starters-build-the-world', '^(app|lib)/', {
      from: { pathNot: [test, '^app/_doors/', '^lib/(runtime|lifecycle)\\.ts$', '^lib/cli/'] },
      to: { path: '^lib/runtime\\.ts$' },
    }),
    floor('app-uses-next-and-react', '^app/', {
      to: {
        dependencyTypes: ['npm', 'npm-dev'],
        pathNot: [
          packages(
            'next',
            'next-auth',
            '@auth/core',
            'react',
            'react-dom',
            'zod',
            'lru-cache',
            'server-only',
            ...charts(),
          ),
        ],
      },
    }),
    floor('client-parts-import-what-is-pure', clientFiles(), {
      to: {
        path: '^(lib/|node_modules/)',
        pathNot: ['^lib/(domain|views)/', packages('next', 'react', 'react-dom', ...charts())],
        dependencyTypesNot: ['type-only'],
      },
    }),
    floor('only-charts-draw-with-chart-js', '^(app|lib)/', {
      from: { pathNot: ['^app/_charts/'] },
      to: { path: packages(...charts()) },
    }),
    floor('only-the-database-adapter-knows-prisma', '.', {
      from: {
        pathNot: ['^lib/adapters/db/', '^tests/adapters/db/', '^prisma\\.config\\.ts$', '^scripts/schema-engine'],
      },
      to: { path: [packages('@prisma', 'prisma'), '^lib/adapters/db/generated/'], dependencyTypesNot: ['type-only'] },
    }),
    floor('nothing-shipped-imports-tests', '^(app|lib|instrumentation|proxy)', {
      to: { path: '^(tests|scripts|bench)/' },
    }),
    floor('nothing-shipped-needs-development-packages', '^(app|lib|instrumentation|proxy)', {
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    }),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unknown-module', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^(app|lib)/', pathNot: [test] }, to: {} },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'lib/adapters/db/generated'] },
    exclude: { path: ['^\\.next/', '\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

function charts() {
  return ['chart\\.js', 'react-chartjs-2'];
}

// A client part says so in its first line, not in its path.
function clientFiles() {
  const files = readdirSync('app', { recursive: true }).filter((file) => file.endsWith('.tsx') || file.endsWith('.ts'));
  const client = files.filter((file) => /^['"]use client['"]/.test(readFileSync(`app/${file}`, 'utf8')));
  return client.map((file) => `^app/${file.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);
}

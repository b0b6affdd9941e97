import { readdirSync, readFileSync } from 'node:fs';

const test = '\\.test\\.tsx?$';
const packages = (...names) => `^node_modules/(?:@types/)?(?:${names.join('|')})(?:/|$)`;
const react = ['react'];
/** What of `parts/` others may call: it runs before anybody is known, or knows nobody. */
const unguarded = [
  '^lib/services/access/parts/recognise-(session|token)\\.ts$',
  '^lib/services/operation/parts/(check-health|measure-history|prepare-first-start)\\.ts$',
  '^lib/services/parts/(database-away|cached)\\.ts$',
];
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
      to: { pathNot: ['^lib/(domain|views)/', packages('csv-stringify', 'fflate', ...react)] },
    }),
    floor('api-imports-views-and-domain', '^lib/api/', {
      to: { pathNot: ['^lib/(domain|views|api)/', packages('csv-parse', 'zod', 'zod-openapi')] },
    }),
    floor('adapters-import-no-floor-above', '^lib/adapters/', {
      to: { path: '^(app|demo|server|lib/(?!domain/|adapters/|process\\.ts$))' },
    }),
    floor('adapter-folders-do-not-know-each-other', '^lib/adapters/([^/]+)/', {
      to: { path: '^lib/adapters/', pathNot: ['^lib/adapters/$1/'] },
    }),
    floor('config-knows-domain-and-addresses', '^lib/config/', {
      to: {
        path: '^(app|demo|server|lib)/',
        pathNot: ['^lib/(domain|config)/', '^lib/adapters/(enpass/address(-range)?|db/postgres/address)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    }),
    floor('services-import-adapters-as-types', '^lib/services/', {
      to: { path: '^lib/(adapters|config)/', dependencyTypesNot: ['type-only'] },
    }),
    floor('services-import-no-floor-above', '^lib/services/', {
      to: { path: '^(app/|demo/|server/|lib/(runtime|cli)/)' },
    }),
    // lru-cache is plain memory: it reaches nothing outside the process.
    floor('services-use-zod-and-lru-cache-alone', '^lib/services/', {
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: [packages('zod', 'lru-cache')] },
    }),
    floor('only-cached-and-doors-keep-things', '^(app|lib)/', {
      from: {
        pathNot: [test, '^app/_doors/', '^lib/services/access/parts/recognise-session\\.ts$', '^lib/adapters/'],
      },
      to: { path: packages('lru-cache') },
    }),
    floor('only-services-use-their-parts', '^(app|demo|server|lib)/', {
      from: { pathNot: [test, '^lib/services/'] },
      to: { path: ['^lib/services/parts/', '^lib/services/[^/]+/parts/'], pathNot: unguarded },
    }),
    floor('only-doors-and-starters-use-what-asks-nobody', '^(app|demo|server|lib)/', {
      from: { pathNot: [test, '^lib/(services|runtime|cli)/', '^app/_doors/'] },
      to: { path: unguarded },
    }),
    floor('cli-imports-no-app', '^lib/cli/', { to: { path: '^(app|demo|server)/' } }),
    floor('lib-does-not-import-app', '^lib/', { to: { path: '^(app|demo|server)/' } }),
    floor('demo-imports-lib-only', '^demo/', {
      to: { path: '^(app|tests|server|bench)/' },
    }),
    floor('nothing-shipped-imports-the-demo', '^(app|lib|server|instrumentation)', { to: { path: '^demo/' } }),
    floor('app-stays-above-services', '^app/(?!_doors/)', {
      to: { path: '^lib/', pathNot: ['^lib/(domain|views|api|services)/'] },
    }),
    floor('doors-reach-the-world-through-runtime', '^app/_doors/', {
      to: {
        path: '^lib/',
        pathNot: ['^lib/(domain|views|api|services|config)/', '^lib/runtime/runtime\\.ts$', '^lib/process\\.ts$'],
      },
    }),
    floor('only-doors-and-starters-build-the-world', '^(app|lib)/', {
      from: { pathNot: [test, '^app/_doors/', '^lib/(runtime|cli)/'] },
      to: { path: '^lib/runtime/' },
    }),
    floor('server-knows-no-application', '^server/', {
      to: {
        path: '^(app|demo|lib|scripts|tests)/',
        pathNot: ['^lib/process\\.ts$', '^lib/views/words/refusals\\.ts$'],
      },
    }),
    floor('server-uses-node-and-next', '^server/', {
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: [packages('next')] },
    }),
    floor('app-asks-the-server-what-it-knows-of-a-request', '^app/', {
      to: {
        path: '^server/',
        pathNot: ['^server/(application|edge|network|problems|response-status|same-origin)\\.ts$'],
      },
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
            '@simplewebauthn/browser',
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
    floor('only-passkeys-ask-the-browser-for-keys', '^(app|lib)/', {
      from: { pathNot: ['^app/_passkeys/'] },
      to: { path: packages('@simplewebauthn/browser') },
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
    floor('nothing-shipped-imports-tests', '^(app|lib|server|instrumentation)', {
      to: { path: '^(tests|scripts|bench)/' },
    }),
    floor('nothing-shipped-needs-development-packages', '^(app|lib|server|instrumentation)', {
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    }),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    // What is compiled from server/ and lib/cli is there only after the first start.
    { name: 'no-unknown-module', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['build/'] } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(app|lib|server)/', pathNot: [test] },
      to: {},
    },
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

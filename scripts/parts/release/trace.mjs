import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { inProject, root } from '../project.mjs';
import { named } from './named.mjs';

// The tracer of Next's own standalone output, and what that leaves out of it (next/dist/build/collect-build-traces.js).
const { nodeFileTrace } = createRequire(import.meta.url)('next/dist/compiled/@vercel/nft');
const ignore = [
  '.next/**',
  // Half a minute's reading; those that are needed are in Next's own list.
  '**/next/dist/compiled/next-server/**',
  '**/next/dist/compiled/{webpack,jest-worker,babel,babel-packages,postcss-*,cssnano-simple}/**',
  '**/next/dist/compiled/@mswjs/**',
  '**/next/dist/server/lib/route-resolver*',
  '**/next/dist/server/dev/**',
  '**/next/dist/{docs,pages}/**',
  '**/next/dist/lib/upgrade/**',
  '**/next/dist/server/capsize-font-metrics.json',
  '**/node_modules/react{,-dom}/**/*.development.js',
  '**/*.{d.ts,map}',
];

/**
 * The files below node_modules that programs of ours need to run, as paths from the project's folder.
 * @param {readonly string[]} programs
 */
export async function traceModules(programs) {
  const { resolve } = createRequire(inProject('package.json'));
  const entries = [...programs, ...named.map((name) => resolve(name)), resolve('next'), ...started()];
  const { fileList } = await nodeFileTrace(entries, { base: root, processCwd: root, ignore });
  return [...new Set([...fileList, ...neededByPages()])].filter(isWanted).sort();
}

// A page that asks for a package by a name it makes up is given the whole folder.
const isWanted = (file) => file.startsWith('node_modules/') && !/\/(tests?|__tests__|docs|benchmarks?)\//.test(file);

// next/dist/server/next.js requires them when it starts.
const started = () =>
  ['next-server.js', 'lib/start-server.js', 'lib/router-server.js', 'lib/render-server.js'].map((name) =>
    inProject('node_modules/next/dist/server', name),
  );

/** What Next found while it built: packages that its bundles leave outside, and its own server. */
function neededByPages() {
  const folder = inProject('.next');
  const lists = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.nft.json'));
  return lists.flatMap((name) => {
    const from = dirname(join(folder, name));
    return JSON.parse(readFileSync(join(folder, name), 'utf8')).files.map((file) => relative(root, join(from, file)));
  });
}

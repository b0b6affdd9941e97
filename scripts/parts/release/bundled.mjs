import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { inProject } from '../project.mjs';

/**
 * The folders of packages that Next may have compiled into its bundles, as the lock file names them. Next writes no list of
 * them; esbuild, which reads the same sources, does. What a bundle dropped again is named all the same.
 */
export async function bundledPackages() {
  const { metafile } = await build({
    stdin: { contents: sources().map(importing).join('\n'), resolveDir: inProject(), loader: 'ts' },
    absWorkingDir: inProject(),
    tsconfig: inProject('tsconfig.json'),
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    outdir: 'nowhere',
    // Next is there as itself, and so is what it lends to pages.
    external: ['next'],
    loader: { '.css': 'empty', '.node': 'empty' },
    logLevel: 'error',
  });
  return [...new Set(Object.keys(metafile.inputs).map(packageFolder))].filter((folder) => folder !== null);
}

/** Where the package of a file lies: `node_modules/a/node_modules/@b/c`; null for what is no package's. */
export function packageFolder(file) {
  return /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\/(?!.*\/?node_modules\/)/.exec(file)?.[1] ?? null;
}

const sources = () => [
  'instrumentation.ts',
  ...readdirSync(inProject('app'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => `app/${name}`),
];

const importing = (file) => `import ${JSON.stringify(`./${file}`)};`;

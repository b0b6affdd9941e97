import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare({ dev: true });

const { spawnTypeScript } = await import('./parts/typescript.mjs');
// `npm run test:proxies -- nginx` runs that alone.
const child = spawnTypeScript('tests/proxies/main.ts', process.argv.slice(2), { stdio: 'inherit' });
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

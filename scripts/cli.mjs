import './parts/node-version.mjs';

const { loadEnvironment } = await import('./parts/environment.mjs');
const { prepare } = await import('./parts/prepare.mjs');
const { spawnTypeScript } = await import('./parts/typescript.mjs');

loadEnvironment();
await prepare({ build: false });

// `npm run` moves to the project's folder; files named on the command line are meant from where the person stands.
const cwd = process.env.npm_lifecycle_event === 'cli' ? process.env.INIT_CWD : undefined;
const child = spawnTypeScript('lib/cli/main.ts', process.argv.slice(2), { stdio: 'inherit', cwd });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));

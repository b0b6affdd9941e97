import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare({ dev: true });

const { inProject } = await import('./parts/project.mjs');
const { spawnTypeScript } = await import('./parts/typescript.mjs');
const child = spawnTypeScript('bench/main.ts', process.argv.slice(2), { stdio: 'inherit', cwd: inProject() });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));

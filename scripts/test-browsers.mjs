import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
const { fail, say, tool } = await import('./parts/project.mjs');
const { findOtherBrowsers } = await import('./parts/other-browsers.mjs');
const { node } = await import('./parts/run.mjs');

// `npm run test:browsers -- firefox trends` runs the stories of that file there.
const [asked, ...words] = process.argv.slice(2);
const names = asked === undefined ? ['firefox', 'webkit'] : [asked];
if (names.some((name) => !['firefox', 'webkit'].includes(name)))
  fail('npm run test:browsers -- [firefox | webkit] [words of a file]');

await prepare({ dev: true });
for (const name of names) {
  const found = await findOtherBrowsers[name]();
  if (found === null) {
    process.exitCode = 1;
    continue;
  }
  say(`${name}: ${found}`);
  const config = ['--config', 'tests/browsers/playwright.config.ts', '--reporter=list'];
  const args = [
    tool.playwright,
    'test',
    ...config,
    '--project',
    name,
    ...(name === 'firefox' ? ['--project', 'firefox-*'] : []),
  ];
  const { code } = await node([...args, ...words], { show: true, env: { FIREFOX_PATH: found } });
  if (code !== 0) process.exitCode = 1;
}

import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
const { say } = await import('./parts/project.mjs');
await prepare({ dev: true, build: false });

const { findBrowser } = await import('./parts/browser.mjs');
const { browser, importLaw, lint, types, vitest } = await import('./parts/stages.mjs');
const { runStages } = await import('./parts/run-stages.mjs');

const build = {
  name: 'build',
  run: async () => {
    await prepare({ dev: true });
    return { passed: 1, failed: 0, skipped: 0 };
  },
};

const inBrowser = {
  ...browser,
  run: async () => {
    const path = await findBrowser();
    if (path !== null) process.env.CHROMIUM_PATH = path;
    else say('*** No Chromium: none installed, no package, no download. The browser tests cannot run. ***');
    return path === null ? { passed: 0, failed: 1, skipped: 0 } : browser.run();
  },
};

// `npm test -- unit services` runs those alone.
const words = process.argv.slice(2);
const wanted = (stages) => stages.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));

// Two lanes for two cores; the browser has both for itself.
const still = wanted([types, lint, importLaw, build]);
const moving = wanted([
  vitest('unit', ['unit', 'project']),
  vitest('store and other adapters', ['store', 'adapters']),
  vitest('services', ['services']),
]);
await runStages([still, moving], [wanted([inBrowser])]);

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from './project.mjs';
import { node } from './run.mjs';

/** A stage answers `{ passed, failed, skipped }`. What only says yes or no counts as one test. */
export const lint = { name: 'format and lint', run: () => verdict([tool.biome, 'check', '.', '--error-on-warnings']) };

export const types = {
  name: 'types',
  // Next writes types of its routes first: a page or route of another shape than Next calls does not compile.
  run: async () => {
    const generated = await verdict([tool.next, 'typegen'], { quiet: true });
    return generated.failed > 0 ? generated : verdict([tool.tsc, '--noEmit']);
  },
};

export const importLaw = {
  name: 'import law',
  run: () =>
    verdict([
      tool.dependencyCruiser,
      '--config',
      '.dependency-cruiser.mjs',
      ...['app', 'demo', 'lib', 'server', 'tests', 'scripts', 'bench'],
      'instrumentation.ts',
    ]),
};

export const vitest = (name, projects) => ({
  name,
  run: () =>
    counted(countVitest, (report) => [
      tool.vitest,
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]),
});

export const browser = {
  name: 'end to end in the browser',
  run: () =>
    counted(
      ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
      () => [tool.playwright, 'test'],
    ),
};

async function verdict(args, { quiet = false } = {}) {
  const { code, output } = await node(args, { show: !quiet });
  if (code !== 0 && quiet) process.stdout.write(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

// A runner that fails without a failed test (a crash, a file that does not load, no report) counts as one failure.
async function counted(count, argsFor) {
  const folder = mkdtempSync(join(tmpdir(), 'adoption-report-'));
  const report = join(folder, 'report.json');
  const { code } = await node(argsFor(report), { show: true, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  const counts = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  rmSync(folder, { recursive: true });
  return { ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
}

const countVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});

import { say } from './project.mjs';

/**
 * Runs every stage whatever the others did: part after part, in each part its lanes side by side, in each lane one stage
 * after the other. Prints a table and, last, `N passed, N failed, N skipped`.
 */
export async function runStages(...parts) {
  const done = [];
  for (const lanes of parts) done.push(...(await Promise.all(lanes.map(inOrder))).flat());
  say(`\n${done.map(row).join('\n')}\n`);
  const sum = (key) => done.reduce((total, stage) => total + stage[key], 0);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}

async function inOrder(stages) {
  const done = [];
  for (const { name, run } of stages) {
    say(`\n── ${name} ──`);
    const begun = performance.now();
    const counts = await run();
    done.push({ name, seconds: (performance.now() - begun) / 1000, ...counts });
  }
  return done;
}

const row = ({ name, seconds, passed, failed, skipped }) =>
  `${failed > 0 ? '✗' : '✓'} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;

import { writeFileSync } from 'node:fs';
import { questionsOf } from './forecast/questions';
import { type Line, linesOf } from './forecast/report';
import { rollOutOf } from './forecast/roll-out';
import { shapes } from './forecast/shapes';
import { markdown, newSheet, tableOf } from './table';

/** Not those on which anything was chosen. */
const firstSeed = 700_001;
const organisations = 4;

/** The forecasts against what came, on simulated roll-outs, beside the drift method of commit 01299b9. Writes what the methodology page shows. */
export function benchForecast(): void {
  const asked = shapes.flatMap((shape, index) =>
    Array.from({ length: organisations }, (_, one) => firstSeed + index * 1000 + one).flatMap((seed) =>
      questionsOf(shape.name, rollOutOf(shape, seed)),
    ),
  );
  const lines = linesOf(asked);
  const found = { organisations: organisations * shapes.length, shapes: shapes.length, lines };
  const source = `import type { BackTest } from './back-test';\n\n/** Written by \`npm run bench -- --forecast\`. */\nexport const backTestFound: BackTest = ${JSON.stringify(found, null, 2)};\n`;
  writeFileSync('lib/views/methodology/back-test-found.ts', source);
  console.log(markdown([heads, ...lines.map(cells)]));
  console.log(tableOf(aims(lines)));
}

const heads = ['of', 'questions', 'inside 80%', 'drift', 'error', 'interval score', 'refused', 'drift refused'];

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

const cells = ({ of, questions, ...line }: Line): string[] => [
  of,
  String(questions),
  percent(line.inside),
  percent(line.insideDrift),
  `${line.error.toFixed(2)}x`,
  `${line.intervalScore.toFixed(2)}x`,
  percent(line.refused),
  percent(line.refusedDrift),
];

function aims(lines: readonly Line[]) {
  const { atLeast, atMost, rows } = newSheet();
  const [all, ...others] = lines;
  if (!all) return rows;
  const horizons = others.filter(({ of }) => of.endsWith(' weeks'));
  const inside = [all, ...horizons].map((line) => line.inside * 100);
  atLeast('inside the 80% range, overall and at each horizon, the least', Math.min(...inside), 78, '%');
  atMost('inside the 80% range, overall and at each horizon, the most', Math.max(...inside), 86, '%');
  atLeast('inside the 80% range, the worst shape', Math.min(...others.map((line) => line.inside * 100)), 72, '%');
  atMost('mean error against the drift method', all.error, 0.75, 'x');
  atMost('interval score against the drift method', all.intervalScore, 0.65, 'x');
  atMost('refused', all.refused * 100, 6, '%');
  return rows;
}

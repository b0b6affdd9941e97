import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Who asks the machine itself, and why. All others are given the time, or the clock. */
const asksTheTime: Readonly<Record<string, string>> = {
  'lib/adapters/clock.ts': 'It is the clock.',
  'lib/adapters/limits.ts': 'The moment is compared by rate-limiter-flexible, which reads the machine itself.',
  'lib/adapters/db/migrate/migrate-sqlite.ts': 'Told to people, before there is a world with a clock.',
  'lib/adapters/db/migrate/used-marker.ts': 'Told to people, before there is a world with a clock.',
  'server/say.ts': 'The time of a log line, written before there is a world with a clock.',
  'app/(signed-in)/_parts/use-refresh-stale-layout.ts': 'How long a tab was open, in the browser, sleep included.',
};

/** A stopwatch tells how long, never when; nothing that is kept or shown to people comes from it but durations. */
const holdsAStopwatch: Readonly<Record<string, string>> = {
  'app/_ui/zone-time.tsx': 'How long ago the server said what time it is in a zone.',
  'lib/adapters/enpass/client.ts': 'The deadline of a run.',
  'lib/adapters/db/drivers/sqlite-adapter.ts': 'How long to wait for a lock.',
  'lib/services/operation/parts/check-health.ts': 'How long the database took.',
  'server/drain.ts': 'How long to wait for answers under way.',
  'server/log-when-answered.ts': 'How long an answer took.',
  'server/database-liveness.ts': 'How long ago the database was seen.',
};

const sources = ['app', 'lib', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/generated\//.test(file)),
);

test('only the files of the list ask what time it is, or how long something took, and each of them does', () => {
  const found = sources.map((file) => ({ file, ...asked(file, readFileSync(file, 'utf8')) }));
  const filesThat = (ask: 'time' | 'stopwatch') => found.filter((one) => one[ask]).map(({ file }) => file);
  expect(filesThat('time').sort()).toEqual(Object.keys(asksTheTime).sort());
  expect(filesThat('stopwatch').sort()).toEqual(Object.keys(holdsAStopwatch).sort());
});

test.each([
  ['const now = new Date();', { time: true, stopwatch: false }],
  ['const now = new Date;', { time: true, stopwatch: false }],
  ['const now = Date.now();', { time: true, stopwatch: false }],
  ['const clock = { now: Date.now };', { time: true, stopwatch: false }],
  ['const words = Date();', { time: true, stopwatch: false }],
  ['const begun = performance.now();', { time: false, stopwatch: true }],
  ['const day = new Date(text); // new Date()', { time: false, stopwatch: false }],
  ["const ms = Date.parse('2026-11-27') + Date.UTC(2026);", { time: false, stopwatch: false }],
])('%s', (source, expected) => expect(asked('a.ts', source)).toEqual(expected));

function asked(file: string, text: string): { time: boolean; stopwatch: boolean } {
  const found = { time: false, stopwatch: false };
  if (!/\bDate\b|\bperformance\b/.test(text)) return found;
  const visit = (node: ts.Node): void => {
    if (isNow(node, 'performance')) found.stopwatch = true;
    if (isNow(node, 'Date') || isFreshDate(node)) found.time = true;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

const isNow = (node: ts.Node, of: string): boolean =>
  ts.isPropertyAccessExpression(node) && node.name.text === 'now' && node.expression.getText() === of;

/** `Date()` tells the time whatever it is given; `new Date(...)` only when it is given nothing. */
const isFreshDate = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
  (ts.isCallExpression(node) && node.expression.getText() === 'Date');

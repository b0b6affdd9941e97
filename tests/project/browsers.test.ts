import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inDark, inForcedColours, notInFirefox, withoutPages, withoutScript } from '../browsers/apart';

const stories = readdirSync('tests/e2e')
  .filter((name) => name.endsWith('.story.ts'))
  .map((name) => readFileSync(`tests/e2e/${name}`, 'utf8'))
  .join('\n');

test('what is set apart for another browser is the title of a story that is there', () => {
  const words = [...withoutScript, ...inDark, ...inForcedColours, ...Object.values(notInFirefox).flat()];
  // Titles may be put together: "in dark" is "in ${name}".
  const made = stories.replace(/\$\{name\}/g, 'dark');
  expect(words.filter((one) => !made.includes(one))).toEqual([]);
});

test('a story whose files are passed over is there', () => {
  expect(withoutPages.filter((file) => !existsSync(`tests/e2e/${file}.story.ts`))).toEqual([]);
});

import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const manifest = z
  .object({
    start_url: z.string(),
    background_color: z.string(),
    theme_color: z.string(),
    icons: z.array(z.object({ src: z.string(), type: z.string(), sizes: z.string(), purpose: z.string().optional() })),
  })
  .parse(JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')));

/** Width and height stand at fixed places of a PNG. */
function sideOf(file: string): string {
  const bytes = readFileSync(file);
  expect(bytes.toString('latin1', 1, 4), file).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

test('every icon of the manifest is there, as large as it says, and small to fetch', () => {
  const drawn = manifest.icons.filter(({ type }) => type === 'image/png');
  expect(drawn.map(({ src }) => sideOf(`public${src}`))).toEqual(drawn.map(({ sizes }) => sizes));
  for (const { src } of manifest.icons) expect(statSync(`public${src}`).size, src).toBeLessThan(5_000);
  expect(sideOf('public/apple-touch-icon.png')).toBe('180x180');
});

test('the manifest has an icon that systems may cut into a shape', () => {
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
});

test('the colours of the manifest and the icon are those of the style sheet', () => {
  const light = readFileSync('app/_ui/styles/tokens.css', 'utf8').split('@media')[0] ?? '';
  const token = (name: string) => new RegExp(`--c-${name}: (#\\w{6})`).exec(light)?.[1];
  expect(manifest).toMatchObject({ background_color: token('canvas'), theme_color: token('surface') });
  const painted = [...readFileSync('public/icon.svg', 'utf8').matchAll(/fill="(#\w{6})"/g)].map(([, colour]) => colour);
  expect(painted).toEqual([token('accent'), token('line-strong')]);
});

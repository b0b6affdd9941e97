import '../../scripts/parts/node-version.mjs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';
import { inDark, inForcedColours, notInFirefox, withoutPages, withoutScript } from './apart';

/** One story after another, slower than Chromium is driven. */
const timeout = 120_000;

export default defineConfig({
  ...base,
  testDir: '../e2e',
  globalSetup: '../e2e/postgres-setup.ts',
  outputDir: '../../test-results/browsers',
  timeout,
  projects: [
    {
      ...firefox('firefox'),
      grepInvert: named([...withoutScript, ...inDark, ...inForcedColours, ...Object.values(notInFirefox).flat()]),
    },
    { ...firefox('firefox-without-script', { 'javascript.enabled': false }), grep: named(withoutScript) },
    { ...firefox('firefox-dark', { [scheme()]: 0 }), grep: named(inDark) },
    { ...firefox('firefox-forced-colours', { 'browser.display.document_color_use': 2 }), grep: named(inForcedColours) },
    { name: 'webkit', testDir: '.', use: { trace: 'off' } },
  ],
});

function firefox(name: string, preferences: Readonly<Record<string, boolean | number>> = {}) {
  return {
    name,
    testIgnore: withoutPages.map((file) => `**/${file}.story.ts`),
    use: {
      browserName: 'firefox' as const,
      channel: 'moz-firefox',
      trace: 'off' as const,
      launchOptions: {
        executablePath: fileURLToPath(new URL('firefox.mjs', import.meta.url)),
        firefoxUserPrefs: { [scheme()]: 1, ...preferences },
      },
    },
  };
}

/** Whether pages are told that the system is dark (0) or light (1): a preference, since BiDi in Firefox 153 cannot say it. */
function scheme(): string {
  return 'layout.css.prefers-color-scheme.content-override';
}

function named(titles: readonly string[]): RegExp {
  return new RegExp(titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}

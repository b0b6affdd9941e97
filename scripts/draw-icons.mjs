import './parts/node-version.mjs';

const { findBrowser } = await import('./parts/browser.mjs');
const { drawIcons } = await import('./parts/draw-icons.mjs');
const { fail } = await import('./parts/project.mjs');

const executablePath = (await findBrowser()) ?? fail('There is no Chromium to draw icons with.');
const { chromium } = await import('playwright');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
await drawIcons(browser);
await browser.close();

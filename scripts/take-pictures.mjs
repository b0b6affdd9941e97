import './parts/node-version.mjs';

const { findBrowser } = await import('./parts/browser.mjs');
const { startDemo } = await import('./parts/demo-process.mjs');
const { takePictures } = await import('./parts/pictures.mjs');
const { fail } = await import('./parts/project.mjs');

const executablePath = (await findBrowser()) ?? fail('There is no Chromium to take pictures with.');
const { chromium } = await import('playwright');
const demo = await startDemo();
// Date fields are written as the browser's own language does.
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--lang=en-GB'];
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, LANGUAGE: 'en_GB' } });
try {
  await takePictures({ browser, demo, wanted: process.argv.slice(2) });
} finally {
  await browser.close();
  await demo.stop();
}

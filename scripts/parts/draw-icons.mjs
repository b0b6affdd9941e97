import { readFileSync } from 'node:fs';
import { inProject } from './project.mjs';

// `share` is how much of the square the drawing takes. Systems that cut icons into a shape want a ground and a margin.
const icons = [
  { file: 'icon-192.png', side: 192, share: 1 },
  { file: 'icon-512.png', side: 512, share: 1 },
  { file: 'icon-maskable-512.png', side: 512, share: 0.6, ground: '#f8f8f7' },
  { file: 'apple-touch-icon.png', side: 180, share: 0.7, ground: '#f8f8f7' },
];

/** Draws the icons that have to be PNG, in public/, from the SVG beside them. */
export async function drawIcons(browser) {
  const svg = Buffer.from(readFileSync(inProject('public/icon.svg'))).toString('base64');
  for (const { file, side, share, ground = 'transparent' } of icons) {
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    await page.setContent(
      `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">
       <img style="width:${share * 100}%" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.screenshot({ path: inProject('public', file), omitBackground: true });
    await page.close();
  }
}

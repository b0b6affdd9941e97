import { writeFileSync } from 'node:fs';
import { cast } from '../../demo/cast';
import { dayAgo } from '../e2e/parts/day-ago';
import { lastWeek } from '../e2e/parts/last-week';
import { expect } from '../e2e/stories';
import { key } from './parts/visitor';
import { test } from './webkit-stories';

// A window of its own for each story, and pages drawn without a graphics card.
test.setTimeout(240_000);

const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const main = '(document.querySelector("main")?.innerText ?? "")';
const pages = [
  '/',
  '/trends',
  '/compare',
  '/weeks',
  `/weeks/${lastWeek}`,
  '/targets',
  '/runs',
  '/methodology',
  '/settings',
  '/account',
];

for (const [role, member] of Object.entries({
  viewer: cast.vera,
  manager: cast.max,
  ops: cast.olga,
  admin: cast.ada,
})) {
  test(`a person who is ${role} meets no fault on any main page, and none is too wide`, async ({ house, enter }) => {
    const window = await enter(house, member);
    for (const path of pages) {
      for (const width of [320, 390, 1440]) {
        await window.resize(width, 900);
        await window.open(path);
        await window.sees('document.querySelector("h1")', `a heading on ${path}`);
        expect.soft(await window.look(tooWide), `pixels too wide on ${path} at ${width}`).toBe(0);
      }
    }
  });
}

test('a trend is drawn, and keys tell its days', async ({ house, enter }) => {
  const window = await enter(house, cast.vera);
  await window.open('/trends');
  const slider = 'document.querySelector("[role=slider]")';
  await window.sees(`${slider}?.checkVisibility()`, 'a chart that one can point at');
  expect(await window.look('document.querySelector(".chart-fitted .ln.s1").getBBox().width')).toBeGreaterThan(300);
  const told = () => window.look(`${slider}.getAttribute("aria-valuetext")`);
  await window.look(`${slider}.focus()`);
  const newest = await told();
  await window.type(key.home);
  const oldest = await told();
  expect(oldest).not.toBe(newest);
  await window.type(key.arrowRight);
  expect(await told()).not.toBe(oldest);
});

test('two days are compared', async ({ house, enter }) => {
  const window = await enter(house, cast.vera);
  await window.open(`/compare?from=${dayAgo(60)}&to=${dayAgo(30)}`);
  await window.press('Compare');
  await window.sees(`${main}.includes("Licence assignment")`, 'the table of both days');
});

test('what stands in a date field stands in its middle, and fields in a row are equally high', async ({
  house,
  enter,
}) => {
  const window = await enter(house, cast.olga);
  await window.resize(1440, 900);
  await window.open('/compare');
  expect(Math.abs(await window.below('First day'))).toBeLessThan(2.5);
  await window.open('/runs');
  await window.sees('document.querySelector("main select.input")', 'the filters of runs');
  const heights = `[...document.querySelectorAll('main .input:is(select, [type=date])')].map((one) => one.offsetHeight)`;
  expect(new Set(await window.look<number[]>(heights)).size).toBe(1);
});

test('a manager writes a week’s review, which is saved by itself and completed', async ({ build, enter }) => {
  const window = await enter(await build({ days: 20 }), cast.max);
  await window.open(`/weeks/${lastWeek}`);
  await window.write('What happened', 'The depot began.');
  await window.sees(`/Saved \\d\\d:\\d\\d/.test(document.body.innerText)`, 'that it is saved');
  await window.press('Complete review');
  await window.press('Complete now');
  await window.sees(`${main}.includes("Completed by Max Okafor")`, 'who completed it');
  expect(await window.look(main)).toContain('The depot began.');
});

test('ops refreshes by hand, and imports a file after a look at what it would do', async ({ build, enter }, info) => {
  const window = await enter(await build({ days: 5 }), cast.olga);
  await window.open('/runs');
  await window.press('Refresh now');
  await window.sees('/Refresh done/.test(document.body.innerText)', 'that it is done');
  const file = info.outputPath('old.csv');
  writeFileSync(file, 'day,using_enpass\n2020-01-05,7\n');
  await window.choose('File', file);
  await window.press('Check the file');
  await window.sees(`${main}.includes("1 day would be added.")`, 'what would be added');
  await window.press('Import');
  await window.sees(`${main}.includes("1 day imported.")`, 'that it is imported');
});

test('control and K opens the palette, which leads on', async ({ house, enter }) => {
  const window = await enter(house, cast.ada);
  await window.open('/');
  await window.sees('document.querySelector("h1")', 'the page');
  await window.chord(key.control, 'k');
  await window.sees('document.activeElement?.getAttribute("role") === "combobox"', 'the palette');
  await window.type('m', 'e', 't', 'h');
  await window.sees('document.querySelector("[role=option]")?.textContent.startsWith("Methodology")', 'what is found');
  await window.type(key.enter);
  await window.sees('location.pathname === "/methodology"', 'where it leads');
});

test('dark is the system’s word, and the menu has the last', async ({ house, enter }) => {
  const window = await enter(house, cast.vera, { dark: true });
  const ground = () => window.look<string>('getComputedStyle(document.documentElement).backgroundColor');
  const brightness = async () => Math.max(...((await ground()).match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
  await window.open('/');
  expect(await brightness()).toBeLessThan(60);
  await window.press('Vera Novak');
  await window.press('Light');
  await expect.poll(brightness).toBeGreaterThan(200);
});

test('a picture and numbers are taken along', async ({ house, enter }) => {
  const window = await enter(house, cast.vera);
  await window.open('/trends?metric=adoption&period=12w');
  // A driver does not see what is saved; what a browser is handed to save, it does.
  await window.look(`(() => {
    window.handed = [];
    const addressOf = URL.createObjectURL.bind(URL);
    let made;
    URL.createObjectURL = (file) => addressOf((made = file));
    HTMLAnchorElement.prototype.click = function () { handed.push([this.download, made.type, made.size]); };
  })()`);
  await window.press('Download');
  for (const format of ['PNG', 'SVG']) {
    await window.press(`Picture (${format})`);
    await window.sees(
      `handed.some(([name, type, size]) => /\\.${format}$/i.test(name) && /${format}/i.test(type) && size > 2000)`,
      `a picture (${format})`,
    );
  }
});

import type { Page } from '@playwright/test';
import { dayAgo } from './day-ago';
import { lastWeek } from './last-week';

/** Pages whose address nobody knows beforehand: the list that leads there, and how its links begin. */
const further = [
  { list: '/targets', link: /^\/targets\/[\w-]+$/ },
  { list: '/annotations', link: /^\/annotations\/[\w-]+$/ },
  { list: '/runs?outcome=failed', link: /^\/runs\/(?!days)[\w-]+$/ },
  { list: '/settings/people', link: /^\/settings\/people\/[\w-]+$/ },
  { list: '/weeks', link: /^\/weeks\/[\w-]+$/, at: 3 },
];

const several = '/trends?metric=adoption&metric=usage&metric=activation&metric=onboarding';
const known = [
  '/',
  '/trends',
  `${several}&period=52w`,
  '/trends?metric=using_enpass&period=all',
  '/trends/views',
  `/compare?from=${dayAgo(92)}&to=${dayAgo(1)}`,
  '/weeks',
  '/weeks?q=the',
  `/weeks/${lastWeek}`,
  '/targets',
  '/annotations',
  '/runs',
  '/runs/days',
  '/methodology',
  '/settings',
  '/settings/connection',
  '/settings/people',
  '/account',
];

/** Every page with something on it, as who may see all of them; a completed week with its first revision. */
export async function livedPages(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { list, link, at = 0 } of further) {
    await page.goto(list);
    const hrefs = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const path = hrefs.filter((href) => link.test(href))[at];
    if (path === undefined) throw new Error(`no link of ${list} leads further`);
    found.push(path, ...(path.startsWith('/weeks/') ? [`${path}/revisions/1`] : []));
  }
  return [...known, ...found];
}

import { metricIds } from '@/lib/domain/metrics/adoption';
import { cast } from '../../demo/cast';
import { expect, test } from './stories';

test('each definition is a place of its own, found in the contents and by its address', async ({ house }) => {
  const page = await house.enter(cast.vera, { viewport: { width: 1440, height: 900 } });
  await page.goto('/methodology');
  for (const id of metricIds) await expect(page.locator(`#${id}`)).toHaveCount(1);
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('link', { name: 'Net flow' }).click();
  await expect(page).toHaveURL(/#net-flow$/);
  await expect(page.locator('#net-flow')).toBeInViewport();
  await page.goto('/methodology#adoption');
  await expect(page.locator('#adoption')).toBeInViewport();
  await page.locator('#adoption').getByRole('link', { name: 'See its trend' }).click();
  await expect(page).toHaveURL(/\/trends\?metric=adoption/);
});

test('a definition that a name elsewhere leads to stands out as one that is opened by its address', async ({
  house,
}) => {
  const page = await house.enter(cast.vera, { viewport: { width: 1440, height: 900 } });
  await page.goto('/');
  await page.getByRole('link', { name: 'Adoption', exact: true }).click();
  await expect(page).toHaveURL(/\/methodology#adoption$/);
  await expect(page.locator('#adoption:target')).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Methodology');
});

test('back leads to the definitions from a page after them', async ({ house }) => {
  const page = await house.enter(cast.vera, { viewport: { width: 1440, height: 900 } });
  await page.goto('/methodology');
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Net flow' }).click();
  await page.locator('#adoption').getByRole('link', { name: 'See its trend' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trends');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Methodology');
});

test('a phone opens the contents, without a script too', async ({ house }) => {
  const page = await house.enter(cast.vera, { viewport: { width: 320, height: 568 }, javaScriptEnabled: false });
  await page.goto('/methodology');
  await page.getByText('Contents', { exact: true }).click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Gap', exact: true }).click();
  await expect(page.locator('#gap')).toBeInViewport();
});

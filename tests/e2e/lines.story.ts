import { cast } from '../../demo/cast';
import { expect, test } from './stories';

test('words stand on one line where there is room for them', async ({ house }) => {
  const page = await house.enter(cast.ada, { viewport: { width: 1440, height: 900 } });
  await page.goto('/');
  const headings = page.locator('.panel > header > *');
  await expect(headings.first()).toBeVisible();
  const broken = await headings.evaluateAll((all) =>
    all
      .filter((one) => one.getBoundingClientRect().height > 1.5 * Number.parseFloat(getComputedStyle(one).lineHeight))
      .map((one) => one.textContent),
  );
  expect(broken).toEqual([]);
});

import { cast } from '../../demo/cast';
import { expect, test } from './stories';

test('targets and annotations are set, changed and removed with a second look, and shown to readers', async ({
  build,
}) => {
  const { enter } = await build({ days: 60 });
  const page = await enter(cast.max);
  const nextYear = `${new Date().getUTCFullYear() + 1}-06-30`;
  await page.goto('/targets');
  await page.getByLabel('Value').fill('lots');
  await page.getByLabel('By').fill(nextYear);
  await page.getByRole('button', { name: 'Set target' }).click();
  await expect(page.getByText('Enter a percentage, like 75')).toBeVisible();
  await expect(page.getByLabel('Value')).toHaveValue('lots');
  await page.getByLabel('Value').fill('95');
  await page.getByRole('button', { name: 'Set target' }).click();
  const goal = page.getByRole('article', { name: 'Adoption 95%' });
  await expect(goal).toContainText(/On track|Behind|Out of reach/);
  await goal.getByRole('link', { name: 'Change' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Adoption 95%');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Nothing changed.')).toBeVisible();
  await page.getByLabel('Value').fill('96');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Changed to 96%');

  const reader = await enter(cast.vera);
  await reader.goto('/');
  await expect(reader.getByRole('region', { name: 'Adoption' })).toContainText('Target 96% by');
  await reader.goto('/targets');
  await expect(reader.getByRole('article', { name: 'Adoption 96%' })).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Set target' })).toHaveCount(0);

  await page.getByText('Delete', { exact: true }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('No open target')).toBeVisible();

  await page.goto('/annotations');
  await page.getByLabel('What happened').fill('Łunch <i>sessions</i>');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('link', { name: 'Łunch <i>sessions</i>' }).click();
  await expect(page.getByText('An observation, not an effect')).toBeVisible();
  await page.getByText('Delete', { exact: true }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('None yet')).toBeVisible();
});

import { expect, test } from 'vitest';
import { apiWorld } from './api-world';

const { promised } = apiWorld();

test('the catalogue of metrics', async () => {
  const catalogue = await promised<{ data: { id: string }[] }>('get', '/metrics');
  expect(catalogue.data).toHaveLength(25);
  expect(catalogue.data).toContainEqual(
    expect.objectContaining({ id: 'adoption', unit: 'ratio', base: 'assigned_license', good: 'up' }),
  );
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachDatabase, type TestDatabase } from '@/tests/support/databases';

onEachDatabase((fresh) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await fresh();
  });
  afterAll(() => db.drop());

  test('answers', async () => {
    await expect(db.store.ping()).resolves.toBeUndefined();
  });
});

import { cast } from '../../demo/cast';
import { importFiles } from '../support/import-files';
import { expect, test } from './stories';

test('every file is looked at, or refused in one sentence', async ({ build }) => {
  test.slow();
  const { enter } = await build({ seeded: true, days: 2 });
  const page = await enter(cast.olga);
  await page.goto('/runs');
  const panel = page.getByRole('region', { name: 'Import old numbers' });
  for (const file of await importFiles()) {
    await panel.getByLabel('File').setInputFiles({ name: file.name, mimeType: '', buffer: Buffer.from(file.bytes) });
    await panel.getByRole('button', { name: 'Check the file' }).click();
    const told = 'added' in file ? panel.getByRole('status') : panel.getByRole('alert');
    const words = 'added' in file ? `${file.added} day${file.added === 1 ? '' : 's'} would be added.` : file.cause;
    await expect(told, file.name).toContainText(words);
  }
});

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cli } from '../support/cli';
import { temporaryFolder } from '../support/databases';
import { importFiles } from '../support/import-files';

const dataDir = temporaryFolder();
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test.each(await importFiles())(
  '$name is taken, or refused in one sentence',
  async (file) => {
    writeFileSync(join(dataDir, file.name), file.bytes);
    const { code, stdout } = await cli(['import', file.name, '--dry-run'], { dataDir, cwd: dataDir });
    if ('added' in file)
      expect([code, stdout]).toEqual([0, expect.stringContaining(`Would import: ${file.added} added`)]);
    else expect([code, stdout]).toEqual([1, expect.stringContaining(`Nothing imported. ${file.cause}`)]);
    expect(stdout.split('\n').length).toBeLessThan(25);
  },
  60_000,
);

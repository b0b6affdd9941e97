import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { castPassword } from '../../demo/cast';
import { startFakeEnpass } from '../../demo/fake-enpass/server';
import { temporaryFolder } from '../../demo/temporary-environment.mjs';
import { startApp } from '../support/app';
import { freePort } from '../support/free-port';
import { writeCertificate } from './certificate';
import { checks } from './checks';
import { type ProxyName, proxyNames, startProxy } from './start-proxy';
import { visitorOf } from './visitor';

const asked = process.argv.slice(2);
const wanted = proxyNames.filter((name) => asked.length === 0 || asked.includes(name));
const folder = temporaryFolder();
const ca = await writeCertificate(folder);
const port = await freePort();
const fake = await startFakeEnpass({ start: '2026-01-01' });
const app = await startApp({
  fake,
  seed: { days: 30, password: castPassword },
  env: { PUBLIC_URL: `https://localhost:${port}`, TRUSTED_PROXIES: '1', ACCESS_LOG: 'on' },
});
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const name of wanted) await prove(name);
await app.end();
await fake.close();
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exit(counts.failed > 0 || counts.passed === 0 || (process.env.CI === 'true' && counts.skipped > 0) ? 1 : 0);

async function prove(name: ProxyName): Promise<void> {
  const own = join(folder, name);
  mkdirSync(own);
  const proxy = await startProxy(name, {
    folder: own,
    certificates: folder,
    port,
    upstream: Number(new URL(app.url).port),
  });
  if (proxy === null) {
    counts.skipped += checks.length;
    return say(`*** ${name} is not installed (Debian: apt-get install ${name}): nothing of it is proven. ***`);
  }
  const visitor = visitorOf({ port, ca });
  for (const { promise, hold } of checks) {
    try {
      await hold({ visitor, app });
      counts.passed += 1;
      say(`✓ ${name}: ${promise}`);
    } catch (error) {
      counts.failed += 1;
      say(`✗ ${name}: ${promise}\n${error instanceof Error ? error.message : error}\n${proxy.output()}`);
    }
  }
  await proxy.stop();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

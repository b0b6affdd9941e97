import { parseArgs } from 'node:util';
import { isDay } from '@/lib/domain/day';
import { isMode, modes } from './modes';
import { startFakeEnpass } from './server';

const usage = `node --import tsx demo/fake-enpass/main.ts [--port N] [--host H] [--token T] [--mode M] [--start YYYY-MM-DD]
Modes: ${Object.keys(modes).join(' ')}`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    token: { type: 'string' },
    mode: { type: 'string', default: 'good' },
    start: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || !isMode(values.mode)) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

const { token, start } = values;
if (start !== undefined && !isDay(start)) throw new Error('--start is a day like 2026-02-27');
const fake = await startFakeEnpass({
  port: Number(values.port),
  host: values.host,
  mode: values.mode,
  ...(token === undefined ? {} : { token }),
  ...(start === undefined ? {} : { start }),
});
console.log(`Fake Enpass on ${fake.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void fake.close());

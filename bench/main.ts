import { parseArgs } from 'node:util';
import { benchAgainst } from './against/against';
import { benchForecast } from './forecast';
import { benchHere } from './here';

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    forecast: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});

// Interrupted, the process still ends in order: what it started and the folders it made go with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

if (values.forecast) benchForecast();
else await (values.against === undefined ? benchHere(values) : benchAgainst(values.against));

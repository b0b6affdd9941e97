import { parseArgs } from 'node:util';
import { benchAgainst } from './against/against';
import { benchHere } from './here';

const { values } = parseArgs({ options: { against: { type: 'string' }, readme: { type: 'boolean', default: false } } });

// Interrupted, the process still ends in order: what it started and the folders it made go with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

await (values.against === undefined ? benchHere(values) : benchAgainst(values.against));

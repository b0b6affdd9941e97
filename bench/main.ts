import { parseArgs } from 'node:util';
import { benchHere } from './here';

const { values } = parseArgs({ options: { readme: { type: 'boolean', default: false } } });
await benchHere(values);

import { commands } from '../../lib/process.ts';

/** Whatever tells people what to type names it as a release has it. */
export const sayReleased = () => Object.assign(commands(), { start: 'node start.mjs', cli: 'node cli.mjs' });

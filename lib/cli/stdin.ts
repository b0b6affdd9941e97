import { text } from 'node:stream/consumers';

/** A secret from standard input, without the line end that `echo` adds: on the command line it would stand in process lists. */
export const readSecret = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, '');

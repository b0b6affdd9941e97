import { run } from './run.mjs';

/** Runs npm, under this Node or another, to its end and answers `{ code, output }`. */
export function npm(args, { node = process.execPath, ...options } = {}) {
  // Under `npm start` npm names its own script, which is there even where `npm` is not on the PATH; other package managers name theirs.
  const script = process.env.npm_execpath;
  const isNpm = /[\\/]npm-cli\.c?js$/.test(script ?? '');
  return isNpm ? run(node, [script, ...args], options) : run('npm', args, options);
}

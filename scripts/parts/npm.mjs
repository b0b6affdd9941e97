import { run } from './run.mjs';

/** Runs npm to its end and answers `{ code, output }`. */
export function npm(args) {
  // Under `npm start` npm names its own script, which is there even where `npm` is not on the PATH; other package managers name theirs.
  const script = process.env.npm_execpath;
  const isNpm = /[\\/]npm-cli\.c?js$/.test(script ?? '');
  return isNpm ? run(process.execPath, [script, ...args]) : run('npm', args);
}

import { run } from '../run.mjs';

/** When what is built was committed, so that the same commit makes the same release; the beginning of time outside of git. */
export async function commitTime() {
  const named = process.env.SOURCE_DATE_EPOCH;
  if (named) return new Date(Number(named) * 1000);
  const { code, output } = await run('git', ['log', '-1', '--format=%ct']).catch(() => ({ code: 1, output: '' }));
  return new Date(code === 0 ? Number(output) * 1000 : 0);
}

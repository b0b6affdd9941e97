import { commandLine } from '@/lib/process';
import { dialectOf } from '../drivers/location';
import type { Misfit } from './chain-heads';

/** What a chain lacks against what was known of it at an instant (ISO). */
export function misfitReason({ known, found, kind }: Misfit, since: string): string {
  if (kind === 'unsealed') return `was sealed on ${since}, and its key is gone: another history was put in its place`;
  return kind === 'shorter'
    ? `has ${rows(found)}, and had ${known} on ${since}: the newest are missing`
    : `had another row as number ${known} on ${since}: this is another history, or it was written anew`;
}

/** Of a record of where the chains ended. */
export const garbledReason =
  'cannot be read: how long the history was is lost with it, so that rows missing from the end would not be noticed. Compare with what `head --json` printed earlier (verify --against), then delete this file';

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

type Place = { readonly path: string; readonly url: string; readonly since: string };

/** Why a start goes no further: which chains, the likely cause, and what to do. */
export function misfitRefusal(lacking: readonly Misfit[], { path, url, since }: Place): string {
  const chains = lacking.map(({ chain, known, found, kind }) => {
    if (kind === 'unsealed') return `${chain}: was sealed, and its key is gone`;
    return kind === 'shorter'
      ? `${chain}: ${rows(known)} known, ${found} here`
      : `${chain}: row ${known} is another one`;
  });
  return [
    `The database holds less than this folder remembers of it since ${since} (${chains.join('; ')}).`,
    dialectOf(url) === 'sqlite'
      ? 'Most likely its file was copied without the -wal file beside it, or an old copy took its place. Put the newer database back together with its -wal file,'
      : 'Most likely an old backup or a stand-by that lagged behind took its place. Put the newer database back,',
    `or restore the newest backup with "${commandLine('restore FILE --force')}". Only if what is here is all there is, delete ${path}.`,
  ].join(' ');
}

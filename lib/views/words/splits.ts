import { difference } from '@/lib/domain/change';
import type { ComparedMetric } from '@/lib/domain/comparison';
import { metrics } from '@/lib/domain/metrics/adoption';
import type { CountField } from '@/lib/domain/snapshot';
import { countWords, inHundredWords, signedPoints } from './numbers';

/** Of fewer a share would say no more than the counts do. */
const fewestForShare = 10;

/**
 * Where a rate's change came from. +2.4 points from 10 more users, −0.9 from 6 more assigned licences; where the base moved too far
 * for that, what became of who was added: 277 more onboarded, 243 more use Enpass: 88 for each 100 added. Null for a count, and when a
 * number is unknown.
 */
export function splitWords(compared: ComparedMetric): string | null {
  if (compared.noSplit === 'base-moved') return newcomersWords(compared);
  return compared.split && partsWords(compared, ' points');
}

/** The same without the unit, behind a total that has it: +2.4 from 10 more users, −0.9 from 6 more assigned licences. */
export function partsWords({ metric, before, after, split, decimals }: ComparedMetric, unit = ''): string {
  const { part, base } = metrics[metric];
  if (!split || base === null) return '';
  const people = `from ${moreWords(difference(before.part, after.part) ?? 0, partNouns[part] ?? users)}`;
  const others = `from ${moreWords(difference(before.base, after.base) ?? 0, baseNouns[base] ?? users)}`;
  return `${signedPoints(split.people, decimals)}${unit} ${people}, ${signedPoints(split.base, decimals)} ${others}`;
}

/** A share only where people came with the base and no more of them than were added; otherwise the two counts speak. */
export function newcomersWords(compared: ComparedMetric): string {
  const { added, moved } = newcomersOf(compared);
  return `${added}, ${moved}`;
}

/** The same in two: who was added to the base, and what became of them. */
export function newcomersOf({ metric, before, after }: ComparedMetric): { added: string; moved: string } {
  const { part, base } = metrics[metric];
  const [added, moved] = [difference(before.base, after.base) ?? 0, difference(before.part, after.part) ?? 0];
  return {
    added: countedWords(added, (base && addedAs[base]) ?? plain('in the base')),
    moved: `${countedWords(moved, doingAs[part] ?? plain(metrics[part].label))}${shareWords(moved, added)}`,
  };
}

export function shareWords(moved: number, added: number): string {
  if (added < fewestForShare || moved <= 0) return '';
  return moved > added ? ': more than were added' : `: ${inHundredWords(moved / added)} for each 100 added`;
}

function moreWords(moved: number, [one, many]: Nouns): string {
  if (moved === 0) return `the same ${many}`;
  const count = Math.abs(moved);
  return `${countWords(count)} ${moved > 0 ? 'more' : 'fewer'} ${count === 1 ? one : many}`;
}

type Nouns = readonly [one: string, many: string];

const users: Nouns = ['user', 'users'];

/** A rate's part are users, but where licences are handed out. */
const partNouns: Partial<Record<CountField, Nouns>> = { assigned_license: ['assigned licence', 'assigned licences'] };

const baseNouns: Partial<Record<CountField, Nouns>> = {
  total_license: ['licence', 'licences'],
  assigned_license: ['assigned licence', 'assigned licences'],
  activated_license: ['activated user', 'activated users'],
  onboarded_users: ['onboarded user', 'onboarded users'],
  added_items: ['user with items', 'users with items'],
  total_users: ['total user', 'total users'],
};

/** What stands behind "1 more", behind "277 more", and behind "as many". */
type Counted = readonly [one: string, many: string];

const plain = (words: string): Counted => [words, words];

const countedWords = (moved: number, [one, many]: Counted): string =>
  moved === 0
    ? `as many ${many} as before`
    : `${countWords(Math.abs(moved))} ${moved > 0 ? 'more' : 'fewer'} ${Math.abs(moved) === 1 ? one : many}`;

const addedAs: Partial<Record<CountField, Counted>> = {
  total_license: ['licence', 'licences'],
  assigned_license: ['assigned licence', 'assigned licences'],
  activated_license: plain('activated'),
  onboarded_users: plain('onboarded'),
  added_items: plain('with items'),
  total_users: ['user', 'users'],
};

const doingAs: Partial<Record<CountField, Counted>> = {
  assigned_license: plain('assigned'),
  activated_license: plain('activated'),
  onboarded_users: plain('onboarded'),
  using_enpass: ['uses Enpass', 'use Enpass'],
  connected_browser_extension: plain('with the browser extension'),
  using_autofill: ['has used autofill', 'have used autofill'],
  active_users: plain('active in 30 days'),
};

import { beforeEach } from 'vitest';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';
import { cast, signedIn } from '../../../demo/cast';
import type { TestDatabase } from '../../support/databases';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

export const week = '2026-W47';
export const text = 'Zoë said: “=1+1” 👩‍👩‍👧\r\n<b>\u2028';
export const said = { happened: text, why: '', next: 'Call Rotterdam.' };

/** For each test: seven weeks of snapshots with one gap, and short ways to write the review of the last whole one. */
export function reviewWorld(fresh: () => Promise<TestDatabase>) {
  const at = worldPerTest({ fresh });
  beforeEach(async () => {
    await recordSnapshots(at, { from: '2026-10-05', to: '2026-11-23' }, (day, index) =>
      day === '2026-11-18' ? null : { using_enpass: 211 + index },
    );
  });
  const max = () => at.as(signedIn(cast.max));
  return {
    at,
    max,
    ada: () => at.as(signedIn(cast.ada)),
    vera: () => at.as(signedIn(cast.vera)),
    saved: async (version = 0, over: object = {}) =>
      succeeded(await saveReviewDraft(max(), { week, version, ...said, ...over })),
    completed: async (version = 0, answers: object = said) =>
      succeeded(await completeReview(max(), { week, version, ...answers })),
  };
}

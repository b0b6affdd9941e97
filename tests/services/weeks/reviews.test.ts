import { beforeEach, describe, expect, test } from 'vitest';
import { setTarget } from '@/lib/services/targets/set-target';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { listRevisions } from '@/lib/services/weeks/list-revisions';
import { listWeeks } from '@/lib/services/weeks/list-weeks';
import { readWaitingWeeks } from '@/lib/services/weeks/parts/read-waiting-weeks';
import { reopenReview } from '@/lib/services/weeks/reopen-review';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';
import { viewReview } from '@/lib/services/weeks/view-review';
import { viewRevision } from '@/lib/services/weeks/view-revision';
import { viewWeek, viewWeekNumbers } from '@/lib/services/weeks/view-week';
import { readReviewDocument } from '@/lib/views/weeks/review-document';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { historyIn, succeeded } from '../../support/history';
import { record } from '../../support/insight';
import { worldPerTest } from '../../support/world';

const week = '2026-W47';
const text = 'Zoë said: “=1+1” 👩‍👩‍👧\r\n<b>\u2028';
const said = { happened: text, why: '', next: 'Call Rotterdam.' };

const reviewTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  beforeEach(async () => {
    await record(at, { from: '2026-10-05', to: '2026-11-23' }, (day, index) =>
      day === '2026-11-18' ? null : { using_enpass: 211 + index },
    );
  });
  const max = () => at.as(signedIn(cast.max));
  const ada = () => at.as(signedIn(cast.ada));
  const vera = () => at.as(signedIn(cast.vera));
  const saved = async (version = 0, over: object = {}) =>
    succeeded(await saveReviewDraft(max(), { week, version, ...said, ...over }));
  const completed = async (version = 0, given: object = said) =>
    succeeded(await completeReview(max(), { week, version, ...given }));

  describe('a draft', () => {
    test('is kept to the last character, and its version counts up with every change', async () => {
      expect(await viewReview(max(), { week })).toMatchObject({ value: { state: 'due', review: null, revisions: 0 } });
      expect(await saved()).toMatchObject({
        state: 'draft',
        review: { ...said, version: 1, changedByName: cast.max.name },
      });
      expect((await saved(1)).review?.version).toBe(1);
      expect((await saved(1, { why: 'Because.' })).review?.version).toBe(2);
      expect(succeeded(await viewReview(ada(), { week })).review?.happened).toBe(text);
    });

    test('that somebody else saved meanwhile is shown, and neither text is lost', async () => {
      await saved();
      const late = { week, version: 0, happened: 'Ada’s own words', why: '', next: '' };
      expect(await saveReviewDraft(ada(), late)).toMatchObject({
        failure: { kind: 'review-conflict', theirs: { ...said, version: 1, changedByName: cast.max.name } },
      });
      expect(succeeded(await saveReviewDraft(ada(), { ...late, version: 1 })).review?.happened).toBe('Ada’s own words');
    });

    test.each([
      [{ happened: 'x'.repeat(2001) }, 'happened'],
      [{ why: 'a\u0000b' }, 'why'],
      [{ next: '\ud800' }, 'next'],
      [{ next: undefined }, 'next'],
      [{ version: -1 }, 'version'],
      [{ version: '1' }, 'version'],
      [{ week: '2026-W60' }, 'week'],
      [{ mood: 'fine' }, 'mood'],
    ])('with %j names %s', async (over, path) => {
      const refused = await saveReviewDraft(max(), { week, version: 0, ...said, ...over });
      expect(refused).toMatchObject({ failure: { kind: 'invalid-input', errors: [{ path }] } });
    });

    test('of 2,000 characters a field is kept, however many bytes they take', async () => {
      const long = '😀'.repeat(2000);
      expect((await saved(0, { happened: long, why: long, next: long })).review?.why).toBe(long);
      expect(await saveReviewDraft(max(), { week, version: 1, ...said, why: `${long}!` })).toMatchObject({
        failure: { kind: 'invalid-input', errors: [{ path: 'why', message: 'At most 2,000 characters' }] },
      });
    });

    test('before the first snapshot or in the future is of no week', async () => {
      for (const none of ['2026-W40', '2026-W49', '1999-W01']) {
        expect(await saveReviewDraft(max(), { week: none, version: 0, ...said })).toMatchObject({
          failure: { kind: 'not-found' },
        });
        expect(await viewWeek(vera(), { week: none })).toMatchObject({ failure: { kind: 'not-found' } });
      }
      expect(await viewWeek(vera(), { week: '2026-W60' })).toMatchObject({ failure: { kind: 'invalid-input' } });
    });

    test('is written and seen by managers and admins only', async () => {
      for (const other of [cast.vera, cast.olga]) {
        const ctx = at.as(signedIn(other));
        expect(await saveReviewDraft(ctx, { week, version: 0, ...said })).toMatchObject({
          failure: { kind: 'not-allowed' },
        });
        expect(await viewReview(ctx, { week })).toMatchObject({ failure: { kind: 'not-allowed' } });
        expect(await completeReview(ctx, { week, version: 0 })).toMatchObject({ failure: { kind: 'not-allowed' } });
        expect(await reopenReview(ctx, { week })).toMatchObject({ failure: { kind: 'not-allowed' } });
      }
      await saved();
      expect(JSON.stringify(await viewWeek(vera(), { week }))).not.toContain('Rotterdam');
    });
  });

  describe('completing', () => {
    test('freezes numbers, sentences and text with name, role and time, under a hash', async () => {
      await setTarget(max(), { metric: 'using_enpass', value: 300, by: '2027-01-31' });
      const live = succeeded(await viewWeek(max(), { week })).sheet;
      const revision = await completed();
      expect(revision).toMatchObject({ week, number: 1, completedByName: cast.max.name, completedByRole: 'manager' });
      const document = readReviewDocument(revision.document);
      expect(document.sheet).toEqual(live);
      expect(document).toMatchObject({
        week,
        revision: 1,
        organisation: { name: 'Northwind Logistics', timeZone: 'Europe/Berlin' },
        numbers: { close: { day: '2026-11-22' }, captured: 6, missing: ['2026-11-18'], changes: { using_enpass: 7 } },
        answers: said,
        signed: { name: cast.max.name, role: 'manager', at: '2026-11-23T09:00:00.000Z' },
      });
      expect(succeeded(await viewWeek(vera(), { week }))).toMatchObject({
        state: 'completed',
        frozen: { document: { answers: said } },
      });
      expect((await at.world.store.audit.page('first', { limit: 1, beforeSeq: null }))[0]).toMatchObject({
        action: 'review-completed',
        target: week,
        detail: { revision: 1, hash: revision.hash },
      });
    });

    test('leaves a review byte for byte the same after later readings, imports and targets', async () => {
      const before = await completed();
      const page = JSON.stringify(succeeded(await viewWeek(vera(), { week })));
      await record(at, { from: '2026-11-16', to: '2026-11-22' }, () => ({ using_enpass: 1, assigned_license: 9_999 }));
      await record(at, { from: '2026-09-07', to: '2026-10-04' });
      await setTarget(max(), { metric: 'using_enpass', value: 9_000, by: '2027-01-31' });
      at.clock.forward(40 * 86_400_000);
      const after = succeeded(await viewRevision(vera(), { week, number: 1 })).revision;
      expect(after).toEqual(before);
      expect(JSON.stringify(succeeded(await viewWeek(vera(), { week })))).toBe(page);
    });

    test('of two who complete at once one does, and the other is told', async () => {
      await saved();
      const both = await Promise.all([max(), ada()].map((ctx) => completeReview(ctx, { week, version: 1 })));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { kind: expect.stringMatching(/^review-/) } });
      expect(succeeded(await listRevisions(vera(), { week })).revisions).toHaveLength(1);
    });

    test('freezes what its writer saw: a text that changed meanwhile is a conflict', async () => {
      await saved();
      await saved(1, { why: 'later' });
      expect(await completeReview(ada(), { week, version: 1 })).toMatchObject({
        failure: { kind: 'review-conflict', theirs: { version: 2 } },
      });
      expect(succeeded(await listRevisions(vera(), { week })).revisions).toEqual([]);
    });

    test('is refused for a week that is not over, one completed already, and one without a snapshot or a word', async () => {
      expect(await completeReview(max(), { week: '2026-W48', version: 0 })).toMatchObject({
        failure: { kind: 'week-unfinished' },
      });
      await completed();
      expect(await completeReview(max(), { week, version: 2 })).toMatchObject({
        failure: { kind: 'review-completed' },
      });
      expect(await saveReviewDraft(max(), { week, version: 2, ...said })).toMatchObject({
        failure: { kind: 'review-completed' },
      });
    });

    test('a week without any snapshot needs an explanation', async () => {
      await record(at, { from: '2026-09-21', to: '2026-09-27' });
      const empty = { week: '2026-W40', version: 0 };
      expect(await completeReview(max(), empty)).toMatchObject({ failure: { errors: [{ path: 'happened' }] } });
      const explained = await completeReview(max(), { ...empty, happened: 'The server moved.' });
      const { numbers, sheet } = readReviewDocument(succeeded(explained).document);
      expect(numbers.close).toBeNull();
      expect(sheet.summary.sentences).toEqual(['Week 40 has no snapshot, so it has no numbers.']);
    });
  });

  describe('reopening', () => {
    test('begins revision 2 with the text of revision 1, which stays readable, and says what changed', async () => {
      const first = await completed();
      expect(await reopenReview(max(), { week })).toMatchObject({
        value: { state: 'draft', review: { ...said, version: 2 } },
      });
      expect(succeeded(await viewWeek(vera(), { week }))).toMatchObject({
        state: 'draft',
        draft: null,
        frozen: { revision: { number: 1 } },
      });
      expect(succeeded(await viewWeek(max(), { week }))).toMatchObject({ frozen: null, draft: { version: 2 } });
      const [, row, older] = succeeded(await listWeeks(vera(), { limit: 3 })).weeks;
      expect([row, older]).toMatchObject([
        { week, review: 'draft', revisions: 1 },
        { review: 'due', revisions: 0 },
      ]);
      await record(at, { from: '2026-11-22', to: '2026-11-22' }, () => ({ using_enpass: 270 }));
      const second = await completed(2, { why: 'Somebody counted again.' });
      expect(second.number).toBe(2);
      expect(succeeded(await viewRevision(vera(), { week, number: 1 }))).toEqual({
        revision: first,
        differences: null,
        newest: 2,
      });
      const { differences } = succeeded(await viewRevision(vera(), { week, number: 2 }));
      expect(differences).toContainEqual({ label: 'Why', before: '', after: 'Somebody counted again.' });
      expect(differences).toContainEqual({ label: 'Using Enpass, W47', before: '259', after: '270' });
      expect(differences?.map(({ label }) => label)).not.toContain('What happened');
      expect(succeeded(await listRevisions(vera(), { week, limit: 1 }))).toMatchObject({
        revisions: [{ number: 1 }],
        next: '1',
      });
      expect(succeeded(await listRevisions(vera(), { week, cursor: '1' }))).toMatchObject({
        revisions: [{ number: 2 }],
        next: null,
      });
    });

    test('needs a completed review', async () => {
      await saved();
      expect(await reopenReview(max(), { week })).toMatchObject({ failure: { kind: 'review-not-completed' } });
      expect(await viewRevision(vera(), { week, number: 1 })).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await listRevisions(vera(), { week, cursor: 'x' })).toMatchObject({
        failure: { errors: [{ path: 'cursor' }] },
      });
    });
  });

  describe('weeks', () => {
    test('come newest first in pages, with close, change, days, gaps and the state of their review', async () => {
      await saved();
      await historyIn(at).fail('2026-11-18', '06:00');
      const page = succeeded(await listWeeks(vera(), { limit: 3 }));
      expect(page.weeks.map(({ week: name, review, unfinished, days }) => [name, review, unfinished, days])).toEqual([
        ['2026-W48', 'none', true, 1],
        ['2026-W47', 'draft', false, 6],
        ['2026-W46', 'due', false, 7],
      ]);
      expect(page.weeks[1]).toMatchObject({
        close: { day: '2026-11-22' },
        lastClose: { day: '2026-11-15' },
        gaps: [{ day: '2026-11-18', reason: 'token-refused' }],
      });
      expect(page.next).toBe('2026-W46');
      const rest = succeeded(await listWeeks(vera(), { cursor: page.next }));
      expect(rest).toMatchObject({ next: null });
      expect(rest.weeks.map(({ week: name }) => name)).toEqual([
        '2026-W45',
        '2026-W44',
        '2026-W43',
        '2026-W42',
        '2026-W41',
      ]);
      expect(rest.weeks.at(-1)?.lastClose).toBeNull();
      expect(await listWeeks(vera(), { cursor: '2026-W60' })).toMatchObject({
        failure: { errors: [{ path: 'cursor' }] },
      });
      expect(await viewWeekNumbers(vera(), { week })).toEqual({ ok: true, value: page.weeks[1] });
    });

    test('that wait for a review are those after the last completed one', async () => {
      const waiting = async () => (await readWaitingWeeks(max())).map(({ week: name }) => name);
      expect(await waiting()).toEqual([week]);
      succeeded(await completeReview(max(), { week: '2026-W45', version: 0 }));
      expect(await waiting()).toEqual([week, '2026-W46']);
      expect(await readWaitingWeeks(vera())).toEqual([]);
    });

    test('that are not over wait for nobody, even when somebody has begun to write', async () => {
      await saved(0, { week: '2026-W48' });
      expect((await readWaitingWeeks(max())).map(({ week: name }) => name)).toEqual([week]);
    });

    test('show what last week’s review planned', async () => {
      await completed();
      expect(succeeded(await viewWeek(max(), { week: '2026-W48' })).sheet.planned).toEqual({
        week,
        text: 'Call Rotterdam.',
      });
    });

    test('name their neighbours, and none beyond the history', async () => {
      expect(succeeded(await viewWeek(vera(), { week: '2026-W41' }))).toMatchObject({
        before: null,
        after: '2026-W42',
      });
      expect(succeeded(await viewWeek(vera(), { week: '2026-W48' }))).toMatchObject({ before: week, after: null });
    });
  });
};

onEachDatabase(reviewTests);

import { beforeEach, describe, expect, test } from 'vitest';
import { createCache } from '@/lib/adapters/cache';
import { addDays, instantOf } from '@/lib/domain/day';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { changeAnnotation } from '@/lib/services/annotations/change-annotation';
import { removeAnnotation } from '@/lib/services/annotations/remove-annotation';
import type { Context } from '@/lib/services/context';
import { viewFrame } from '@/lib/services/overview/view-frame';
import { viewOverview } from '@/lib/services/overview/view-overview';
import { viewWatchlist } from '@/lib/services/overview/view-watchlist';
import { fingerprint } from '@/lib/services/parts/random-secret';
import { changeTarget } from '@/lib/services/targets/change-target';
import { removeTarget } from '@/lib/services/targets/remove-target';
import { setTarget } from '@/lib/services/targets/set-target';
import { viewTrends } from '@/lib/services/trends/view-trends';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';
import { viewWeek } from '@/lib/services/weeks/view-week';
import { cast, type Member, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { historyIn, zone } from '../../support/history';
import { succeeded } from '../../support/succeeded';
import { inviteCast, worldPerTest } from '../../support/world';

const today = '2026-11-23';

const cachedTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  const past = historyIn(at);
  beforeEach(async () => {
    await inviteCast(at);
    for (const member of [cast.max, cast.olga, cast.vera]) {
      const now = at.clock.now();
      const session = { id: await fingerprint(member.id), userId: member.id, createdAt: now, lastSeenAt: now };
      const expiresAt = instantOf(addDays(today, 9), '06:00', zone);
      await at.world.store.sessions.create({ ...session, expiresAt, userAgent: 'Firefox' });
    }
    for (const day of ['2026-11-20', '2026-11-22', today] as const) await past.capture(day);
  });

  async function asks(member: Member): Promise<Context> {
    const ctx = await recogniseSession(at.world, { secret: member.id, network: null });
    if (ctx === null) throw new Error('the session is live');
    return ctx;
  }

  const overview = async () => {
    const view = succeeded(await viewOverview(await asks(cast.vera), {}));
    if (view.kind !== 'running') throw new Error(view.kind);
    return view;
  };

  describe('what one reader saw', () => {
    test('the next one sees without asking the database again', async () => {
      const first = await overview();
      expect(succeeded(await viewOverview(await asks(cast.olga), {}))).toBe(first);
    });

    test('is made anew for a reading, a failed run, a saved connection and another minute', async () => {
      const seen = [await overview()];
      await past.fail(today, '07:00', { kind: 'server-trouble', status: 503 });
      seen.push(await overview());
      await past.capture(today, { using_enpass: 111 });
      seen.push(await overview());
      await at.world.store.connections.save('first', {
        baseUrl: at.enpass.url,
        token: at.world.secrets.seal('a token', 'connection:first'),
        tokenLast4: 'oken',
        tokenExpiresOn: addDays(today, 3),
        savedAt: at.clock.now(),
        savedByName: 'Ada',
      });
      seen.push(await overview());
      at.clock.forward(60_000);
      seen.push(await overview());
      expect(new Set(seen).size).toBe(5);
      expect(seen.map(({ numbers }) => numbers.headline.after.part)).toEqual([260, 260, 111, 111, 111]);
      expect(seen.map(({ attention }) => attention.length)).toEqual([1, 1, 1, 2, 2]);
    });

    test('is made anew for a target and a review, for whom they concern', async () => {
      const max = at.as(signedIn(cast.max));
      const watched = async (member: Member) => succeeded(await viewWatchlist(await asks(member), {}));
      const draft = { week: '2026-W47', happened: 'New laptops', why: '', next: '', version: 0 };
      const before = await watched(cast.max);
      expect(before.attention.map(({ kind }) => kind)).toEqual(['review-due']);
      expect((await watched(cast.vera)).attention).toEqual([]);
      succeeded(await saveReviewDraft(max, draft));
      const [due] = (await watched(cast.max)).attention;
      expect(due).not.toEqual(before.attention[0]);
      const { target } = succeeded(await setTarget(max, { metric: 'adoption', value: 0.75, by: '2027-01-31' }));
      expect((await watched(cast.vera)).headline?.target.value).toBe(0.75);
      succeeded(await changeTarget(max, { id: target.id, value: 0.8 }));
      const seen = (await watched(cast.vera)).headline;
      expect(seen?.target.value).toBe(0.8);
      expect((await watched(cast.max)).headline?.target).toBe(seen?.target);
      succeeded(await removeTarget(max, { id: target.id }));
      expect((await watched(cast.vera)).headline).toBeNull();
    });

    test('of a trend is kept for each question, and made anew when an annotation comes, changes or goes', async () => {
      const max = at.as(signedIn(cast.max));
      const trends = async (member: Member, period: string) =>
        succeeded(await viewTrends(await asks(member), { period }));
      const [twelve, four] = [await trends(cast.vera, '12w'), await trends(cast.vera, '4w')];
      expect([await trends(cast.max, '12w'), await trends(cast.max, '4w')]).toEqual([twelve, four]);
      expect((await trends(cast.olga, '12w')).lines).toBe(twelve.lines);
      const titles = async () => (await trends(cast.vera, '12w')).annotations.map(({ title }) => title);
      const told = { title: 'Laptops', kind: 'campaign', from: '2026-11-20' };
      const { id } = succeeded(await addAnnotation(max, told));
      expect(await titles()).toEqual(['Laptops']);
      at.clock.forward(1);
      succeeded(await changeAnnotation(max, { ...told, id, title: 'New laptops' }));
      expect(await titles()).toEqual(['New laptops']);
      succeeded(await removeAnnotation(max, { id }));
      expect(await titles()).toEqual([]);
    });

    test('of trends is kept for as many as fit', async () => {
      // One more than trends: targets are judged once for all of them.
      const cache = createCache({ entries: 13, characters: 1_000_000 });
      const ask = async (daysAgo: number) => {
        const [from, to] = [addDays(today, -daysAgo - 30), addDays(today, -daysAgo)];
        const ctx = { ...(await asks(cast.vera)), cache };
        return succeeded(await viewTrends(ctx, { period: 'dates', from, to }));
      };
      const first = await ask(0);
      const others = [];
      for (let daysAgo = 1; daysAgo <= 12; daysAgo++) others.push(await ask(daysAgo));
      expect((await ask(1)).lines).toBe(others[0]?.lines);
      expect((await ask(0)).lines).not.toBe(first.lines);
    });

    test('of a week is made anew for a late reading, an annotation and a plan signed off the week before', async () => {
      const max = at.as(signedIn(cast.max));
      const sheet = async () => succeeded(await viewWeek(await asks(cast.vera), { week: '2026-W48' })).sheet;
      const first = await sheet();
      expect(await sheet()).toBe(first);
      await past.capture(today, { using_enpass: 222 });
      expect((await sheet()).numbers).not.toEqual(first.numbers);
      succeeded(await addAnnotation(max, { title: 'Laptops', kind: 'campaign', from: today }));
      expect((await sheet()).annotations).toHaveLength(1);
      const review = { week: '2026-W47', happened: '', why: '', next: 'Laptops for all', version: 0 };
      succeeded(await completeReview(max, review));
      expect((await sheet()).planned?.text).toBe('Laptops for all');
    });

    test('is made anew for another name, time zone or hour of the organisation', async () => {
      const first = await overview();
      await at.world.store.organisations.update('first', { timeZone: 'Pacific/Auckland' });
      expect((await overview()).here.timeZone).toBe('Pacific/Auckland');
      await at.world.store.organisations.update('first', { timeZone: zone });
      expect((await overview()).here).toEqual(first.here);
    });

    test('shows a run to whom may refresh as it begins, and no longer once it has ended', async () => {
      const runningId = async (member: Member) => succeeded(await viewFrame(await asks(member), {})).runningId;
      expect(await runningId(cast.olga)).toBeNull();
      const startedAt = at.clock.now();
      const run = { id: 'by-hand', trigger: 'manual', startedByName: 'Olga', startedAt, day: today } as const;
      await at.world.store.runs.begin('first', run);
      expect([await runningId(cast.olga), await runningId(cast.vera)]).toEqual(['by-hand', null]);
      await at.world.store.runs.finish('by-hand', {
        finishedAt: at.clock.now(),
        attempts: 1,
        failure: { kind: 'token-refused', detail: null, status: 401, nextTryAt: null },
      });
      expect(await runningId(cast.olga)).toBeNull();
    });
  });
};

onEachDatabase(cachedTests);

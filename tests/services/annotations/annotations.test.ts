import { beforeEach, describe, expect, test } from 'vitest';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { changeAnnotation } from '@/lib/services/annotations/change-annotation';
import { listAnnotations } from '@/lib/services/annotations/list-annotations';
import { removeAnnotation } from '@/lib/services/annotations/remove-annotation';
import { viewAnnotation } from '@/lib/services/annotations/view-annotation';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

const annotationTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  beforeEach(async () => {
    await recordSnapshots(at, { from: '2026-05-25', to: '2026-11-23' }, (_, index) => ({ using_enpass: 78 + index }));
  });
  const max = () => at.as(signedIn(cast.max));
  const ada = () => at.as(signedIn(cast.ada));
  const vera = () => at.as(signedIn(cast.vera));
  const audited = async () =>
    (await at.world.store.audit.page('first', { limit: 9, beforeSeq: null })).map(({ action }) => action);

  describe('an annotation', () => {
    const add = async (over: object = {}) =>
      succeeded(
        await addAnnotation(max(), {
          from: '2026-09-14',
          title: '=Extension “rolled out” 😀',
          kind: 'campaign',
          ...over,
        }),
      );

    test('has the weeks before and after it beside it', async () => {
      const { id } = await add();
      const { readOut, annotation } = succeeded(await viewAnnotation(vera(), { id }));
      expect(annotation).toMatchObject({ from: '2026-09-14', to: '2026-09-14', title: '=Extension “rolled out” 😀' });
      expect(readOut.find(({ metric }) => metric === 'using_enpass')).toEqual({
        metric: 'using_enpass',
        before: { from: '2026-08-17', to: '2026-09-14', change: 28, perWeek: 7 },
        after: { from: '2026-09-14', to: '2026-10-12', change: 28, perWeek: 7 },
      });
      const late = await add({ from: '2026-11-20' });
      expect(succeeded(await viewAnnotation(vera(), { id: late.id })).readOut).toEqual([]);
    });

    test('is changed and removed with an entry in the audit log that keeps what it said', async () => {
      const { id } = await add();
      expect(await changeAnnotation(max(), { id, from: '2026-09-15' })).toMatchObject({
        value: { from: '2026-09-15', to: '2026-09-15', changedByName: cast.max.name },
      });
      expect(await changeAnnotation(max(), { id, to: '2026-09-18', title: 'T', kind: 'training' })).toMatchObject({
        value: { from: '2026-09-15', to: '2026-09-18', title: 'T', kind: 'training' },
      });
      expect(await changeAnnotation(max(), { id, to: '2026-09-01' })).toMatchObject({
        failure: { errors: [{ path: 'to' }] },
      });
      expect(await removeAnnotation(max(), { id })).toEqual({ ok: true, value: { id } });
      expect(await viewAnnotation(vera(), { id })).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await audited()).toEqual([
        'annotation-removed',
        'annotation-changed',
        'annotation-changed',
        'annotation-added',
      ]);
    });

    test('that is saved as it was is nobody’s change', async () => {
      const { id, from, title, kind } = await add();
      expect(await changeAnnotation(ada(), { id, from, to: from, title, kind })).toMatchObject({
        value: { changed: false, changedByName: null },
      });
      expect(await audited()).toEqual(['annotation-added']);
    });

    test('of 120 characters has a title, however many bytes they take', async () => {
      expect((await add({ title: '😀'.repeat(120) })).title).toHaveLength(240);
    });

    test('is listed newest first, or those of a span', async () => {
      await add({ from: '2026-06-01', title: 'one' });
      await add({ from: '2026-07-01', to: '2026-07-31', title: 'two' });
      const titles = async (input: object) =>
        succeeded(await listAnnotations(vera(), input)).annotations.map(({ title }) => title);
      expect(await titles({})).toEqual(['two', 'one']);
      expect(await titles({ from: '2026-07-15', to: '2026-07-15' })).toEqual(['two']);
      expect(await listAnnotations(vera(), { cursor: 'x' })).toMatchObject({
        failure: { errors: [{ path: 'cursor' }] },
      });
    });

    test.each([
      [{ title: '' }, 'title'],
      [{ title: '  ' }, 'title'],
      [{ title: 'x'.repeat(121) }, 'title'],
      [{ title: 'two\nlines' }, 'title'],
      [{ title: '\udc00' }, 'title'],
      [{ kind: 'party' }, 'kind'],
      [{ from: '0900-01-01' }, 'from'],
      [{ to: '2026-09-13' }, 'to'],
      [{ to: '2027-09-15' }, 'to'],
    ])('with %j names %s', async (over, path) => {
      const refused = await addAnnotation(max(), { from: '2026-09-14', title: 'T', kind: 'other', ...over });
      expect(refused).toMatchObject({ failure: { kind: 'invalid-input', errors: [{ path }] } });
    });

    test('is written by managers and admins only', async () => {
      const { id } = await add();
      for (const who of [cast.vera, cast.olga]) {
        const ctx = at.as(signedIn(who));
        expect(await addAnnotation(ctx, { from: '2026-09-14', title: 'T' })).toMatchObject({
          failure: { kind: 'not-allowed' },
        });
        expect(await changeAnnotation(ctx, { id, title: 'T' })).toMatchObject({ failure: { kind: 'not-allowed' } });
        expect(await removeAnnotation(ctx, { id })).toMatchObject({ failure: { kind: 'not-allowed' } });
      }
    });
  });
};

onEachDatabase(annotationTests);

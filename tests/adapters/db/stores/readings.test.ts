import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { eachDay } from '@/lib/domain/day';
import { describeStore } from '../describe-store';
import { anOrganisation, aReading, counts } from '../rows';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describeStore((db) => {
  test('a reading is kept as it came, with its hash and its place in the chain', async () => {
    const body = '\uFEFF{"ü": "😀\\u0000\\"\r\n\t", "n": 1e3}  ';
    const [id = ''] = await db.store.readings.record(db.acme, [aReading('2026-11-22', { body, runId: 'run-1' })]);
    const reading = await db.store.readings.byId(db.acme, id);
    expect(reading).toMatchObject({ id, seq: 1, day: '2026-11-22', body, source: 'scheduled', runId: 'run-1' });
    expect(reading?.takenAt).toEqual(new Date('2026-11-22T06:00:00.000Z'));
    expect(reading?.bodySha256).toBe(sha256(body));
    const facts = [db.acme, 1, id, '2026-11-22', '2026-11-22T06:00:00.000Z', 'scheduled', sha256(body), 'run-1'];
    expect(reading?.chain).toBe(sha256(`${'0'.repeat(64)}\n${JSON.stringify(facts)}`));
  });

  test('a later reading of a day becomes its snapshot, and the earlier one is still there', async () => {
    const [first = ''] = await db.store.readings.record(db.acme, [aReading('2026-11-22')]);
    const again = aReading('2026-11-22', { counts: { ...counts(200), total_license: null }, source: 'manual' });
    await db.store.readings.record(db.acme, [again]);
    expect(await db.store.snapshots.on(db.acme, '2026-11-22')).toEqual({
      day: '2026-11-22',
      takenAt: again.takenAt,
      source: 'manual',
      counts: again.counts,
      answerDate: null,
      takenBefore: null,
    });
    expect((await db.store.readings.byId(db.acme, first))?.body).toBe(aReading('2026-11-22').body);
    expect(await db.store.snapshots.extent(db.acme)).toEqual({ first: '2026-11-22', last: '2026-11-22', count: 1 });
  });

  test('of two readings of one day recorded together the last is the snapshot', async () => {
    const ids = await db.store.readings.record(db.acme, [
      aReading('2026-11-22', { counts: counts(1) }),
      aReading('2026-11-22', { counts: counts(500) }),
    ]);
    expect(ids).toHaveLength(2);
    expect((await db.store.snapshots.on(db.acme, '2026-11-22'))?.counts).toEqual(counts(500));
  });

  test('recording nothing changes nothing', async () => {
    expect(await db.store.readings.record(db.acme, [])).toEqual([]);
    expect(await db.store.readings.page(db.acme, 0, 10)).toEqual([]);
  });

  test('twenty recordings at once number without a hole or a double', async () => {
    const days = eachDay('2026-10-01', '2026-10-20');
    await Promise.all(days.map((day) => db.store.readings.record(db.acme, [aReading(day)])));
    const readings = await db.store.readings.page(db.acme, 0, 100);
    expect(readings.map((reading) => reading.seq)).toEqual(days.map((_, index) => index + 1));
    expect(readings.map((reading) => reading.day).sort()).toEqual(days);
  });

  test('readings come in pages, in the order of their numbers', async () => {
    await db.store.readings.record(
      db.acme,
      eachDay('2026-11-20', '2026-11-22').map((day) => aReading(day)),
    );
    const seqs = async (afterSeq: number, limit: number) =>
      (await db.store.readings.page(db.acme, afterSeq, limit)).map((reading) => reading.seq);
    expect(await seqs(0, 2)).toEqual([1, 2]);
    expect(await seqs(2, 2)).toEqual([3]);
  });

  test('organisations have readings and numbers of their own', async () => {
    const other = await anOrganisation(db.store, 'Other');
    const [id = ''] = await db.store.readings.record(db.acme, [aReading('2026-11-22')]);
    await db.store.readings.record(other, [aReading('2026-11-22', { counts: counts(7) })]);
    expect(await db.store.readings.byId(other, id)).toBeNull();
    expect((await db.store.readings.page(other, 0, 9)).map((reading) => reading.seq)).toEqual([1]);
    expect((await db.store.snapshots.on(db.acme, '2026-11-22'))?.counts).toEqual(counts());
  });

  test('the database itself refuses to change or delete a reading', async () => {
    const [id = ''] = await db.store.readings.record(db.acme, [aReading('2026-11-22')]);
    await expect(db.prisma.reading.update({ where: { id }, data: { body: 'x' } })).rejects.toThrow();
    await expect(db.prisma.$executeRaw`DELETE FROM "Reading" WHERE "id" = ${id}`).rejects.toThrow(/append-only/);
    expect((await db.store.readings.byId(db.acme, id))?.seq).toBe(1);
  });

  test('a reading recorded in a transaction that fails was never there', async () => {
    const failing = db.store.atomically(async (store) => {
      await store.readings.record(db.acme, [aReading('2026-11-22')]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db.store.snapshots.latest(db.acme)).toBeNull();
    await db.store.readings.record(db.acme, [aReading('2026-11-23')]);
    expect((await db.store.readings.page(db.acme, 0, 9)).map((reading) => reading.seq)).toEqual([1]);
  });

  test('instants written in bulk read and compare like those Prisma writes', async () => {
    await db.store.readings.record(db.acme, [
      aReading('2026-11-22', { takenAt: new Date('2026-11-22T06:00:00.007Z') }),
    ]);
    const run = { trigger: 'manual', startedByName: 'Olga', outcome: 'running', stage: 'read', day: '2026-11-22' };
    const startedAt = new Date('2026-11-22T06:00:00.007Z');
    await db.prisma.refreshRun.create({ data: { ...run, id: `r-${db.acme}`, organisationId: db.acme, startedAt } });
    const [same] = await db.prisma.$queryRaw<unknown[]>`
      SELECT s."day" FROM "Snapshot" s JOIN "RefreshRun" r ON r."startedAt" = s."takenAt"
      WHERE s."organisationId" = ${db.acme} AND r."organisationId" = ${db.acme}`;
    expect(same).toEqual({ day: '2026-11-22' });
  });
});

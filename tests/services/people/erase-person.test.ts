import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { backUp } from '@/lib/services/operation/back-up';
import { restoreBackup } from '@/lib/services/operation/restore-backup';
import { changeRole } from '@/lib/services/people/change-role';
import { correctPerson } from '@/lib/services/people/correct-person';
import { erasePerson } from '@/lib/services/people/erase-person';
import { createOwnToken } from '@/lib/services/tokens/create-token';
import { asBefore } from '@/tests/adapters/db/backup/forger';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { asAda, inviteCast, worldPerTest } from '../../support/world';

onEachDatabase((fresh, kind) => {
  const small = worldPerTest({ fresh });
  const cli = () => small.as({ kind: 'job', name: 'cli' });
  const { id, name, email } = cast.max;
  /** Everything the database holds, as text. */
  const everything = async (): Promise<string> => {
    const { prisma } = small.database;
    const rows = await Promise.all([
      ...[prisma.user.findMany(), prisma.auditEntry.findMany(), prisma.reviewRevision.findMany()],
      ...[prisma.review.findMany(), prisma.annotation.findMany(), prisma.apiToken.findMany(), prisma.target.findMany()],
      ...[prisma.session.findMany(), prisma.connection.findMany(), prisma.savedView.findMany()],
    ]);
    return JSON.stringify(rows);
  };
  const busy = async () => {
    await inviteCast(small);
    const max = small.as(signedIn(cast.max));
    await addAnnotation(max, { from: '2026-11-20', title: 'Training' });
    await createOwnToken(max, { name: 'of Max' });
    await changeRole(asAda(small), { person: email, role: 'manager' });
    await changeRole(asAda(small), { person: email, role: 'ops' });
    await correctPerson(asAda(small), { person: id, name, email: `new-${email}` });
    await small.world.store.revisions.append('first', {
      week: '2026-W47',
      completedAt: small.clock.now(),
      completedByName: name,
      completedByRole: 'manager',
      document: () => JSON.stringify({ text: `${name} was here`, signed: { name, role: 'manager' } }),
    });
  };

  test('a pseudonym stands everywhere, what was done stays, and the history is whole', async () => {
    await busy();
    const erased = await erasePerson(cli(), { person: `new-${email}` });
    expect(erased).toMatchObject({ ok: true, value: { reviews: 1, shared: [] } });
    const all = await everything();
    expect(all).not.toContain(email);
    expect(all).not.toContain(`"${name}"`);
    expect(all).not.toContain(JSON.stringify(JSON.stringify(name)).slice(1, -1));
    const people = await small.world.store.people.all('first');
    expect(people.find((person) => person.id === id)).toMatchObject({
      name: expect.stringMatching(/^Erased person /),
      email: expect.stringMatching(/^erased-.*@erased\.invalid$/),
      status: 'disabled',
    });
    expect(await small.database.prisma.annotation.findMany()).toMatchObject([{ title: 'Training' }]);
    expect(await small.world.store.people.credentials(email)).toBeNull();
    expect(await small.world.archive.verify()).toMatchObject({ ok: true, broken: [] });
    expect((await small.world.archive.verify()).forgotten).toMatchObject({ reviews: 1 });
  });

  test('entries of before keep their links, and verify demands the entry that says so', async () => {
    await busy();
    await asBefore({ db: small.database, kind }, 'first');
    small.database.chains.opened.clear();
    expect(await small.database.seal(small.clock.now())).toBe('began');
    await small.database.record?.rewrite();
    const links = async () =>
      (await small.database.prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } })).map(({ chain }) => chain);
    const before = await links();
    await erasePerson(cli(), { person: id });
    expect((await links()).slice(0, before.length)).toEqual(before);
    const found = await small.world.archive.verify();
    expect(found.broken).toEqual([]);
    expect(found.forgotten).toEqual({ auditEntries: 2, reviews: 1 });
    await small.database.prisma
      .$executeRaw`UPDATE "AuditEntry" SET "who" = NULL, "whoSalt" = NULL WHERE "action" = 'chains-sealed'`;
    expect((await small.world.archive.verify()).broken.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/is not what the last entry about it says/),
    );
  });

  test('the last admin cannot be erased; a name that somebody else bears stays under what they did', async () => {
    await inviteCast(small);
    expect(await erasePerson(cli(), { person: cast.ada.email })).toMatchObject({ failure: { kind: 'last-admin' } });
    await correctPerson(asAda(small), { person: cast.olga.id, name, email: cast.olga.email });
    await addAnnotation(small.as(signedIn(cast.max)), { from: '2026-11-20', title: 'Training' });
    expect(await erasePerson(cli(), { person: id })).toMatchObject({ value: { shared: [name] } });
    expect(await small.database.prisma.annotation.findMany()).toMatchObject([{ createdByName: name }]);
    expect(await erasePerson(small.as(signedIn(cast.vera)), { person: id })).toMatchObject({ ok: false });
    expect(await erasePerson(cli(), { person: 'nobody' })).toMatchObject({ failure: { kind: 'not-found' } });
  });

  test('a backup of before does not bring the name back', async () => {
    await busy();
    const file = join(small.database.dataDir, 'before.backup');
    await backUp(small.as(scheduler), { file });
    await erasePerson(cli(), { person: id });
    expect(await restoreBackup(small.as(scheduler), { file, force: true })).toMatchObject({ ok: true });
    expect(await everything()).not.toContain(email);
    expect(await small.world.archive.verify()).toMatchObject({ ok: true, broken: [] });
  });
});

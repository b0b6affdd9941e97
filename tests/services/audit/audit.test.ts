import { expect, test } from 'vitest';
import { recogniseToken } from '@/lib/services/access/parts/recognise-token';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { exportAudit } from '@/lib/services/audit/export-audit';
import { listAudit } from '@/lib/services/audit/list-audit';
import { viewAudit } from '@/lib/services/audit/view-audit';
import { keepHouse } from '@/lib/services/operation/keep-house';
import { verifyHistory } from '@/lib/services/operation/verify-history';
import { changeRole } from '@/lib/services/people/change-role';
import { listPeople } from '@/lib/services/people/list-people';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { asAda, inviteCast, worldPerTest } from '../../support/world';

onEachDatabase((fresh) => {
  const small = worldPerTest({ fresh, config: { auditRetentionDays: 30 } });
  const list = async (asked: object = {}) => {
    const listed = await listAudit(asAda(small), asked);
    if (!listed.ok) throw new Error(listed.failure.kind);
    return listed.value;
  };
  const whole = async () => (await verifyHistory(asAda(small), {})).ok && (await verifyHistory(asAda(small), {}));
  const text = async (format: string) => {
    const file = await exportAudit(asAda(small), { format });
    if (!file.ok) throw new Error(file.failure.kind);
    let all = '';
    for await (const piece of file.value.pieces) all += piece;
    return { ...file.value, all };
  };

  test('an entry tells who, what, whom, how it ended and from where, in exactly the shape of the contract', async () => {
    await inviteCast(small);
    await changeRole(asAda(small), { person: cast.vera.email, role: 'ops' });
    const { data, next } = await list();
    expect(next).toBeNull();
    expect(data).toEqual([
      {
        seq: 1,
        at: '2026-11-23T09:00:00.000Z',
        actor: { id: cast.ada.id, name: cast.ada.name, kind: 'person' },
        action: 'role-changed',
        target: cast.vera.email,
        outcome: 'done',
        network: '192.0.2.7',
        detail: { from: 'viewer', to: 'ops', targetId: cast.vera.id },
      },
    ]);
  });

  test('pages go on where the one before ended; days, people and actions filter', async () => {
    const title = (n: number) => ({ from: '2026-11-20', title: `Note ${n}` });
    for (const n of [1, 2, 3]) await addAnnotation(asAda(small), title(n));
    small.clock.set('2026-11-24T09:00:00Z');
    await listPeople(small.as(signedIn(cast.max)), {});
    const first = await list({ limit: 2 });
    expect(first.data.map(({ action, target }) => `${action} ${target}`)).toEqual([
      'denied people:manage',
      'annotation-added Note 3',
    ]);
    const rest = await list({ limit: 2, cursor: first.next ?? '' });
    expect([rest.data.map(({ target }) => target), rest.next]).toEqual([['Note 2', 'Note 1'], null]);
    expect((await list({ from: '2026-11-24' })).data).toHaveLength(1);
    expect((await list({ to: '2026-11-23' })).data).toHaveLength(3);
    expect((await list({ actor: cast.max.id, action: 'denied' })).data).toMatchObject([{ outcome: 'denied' }]);
    expect((await list({ actor: 'job' })).data).toEqual([]);
    for (const asked of [
      { action: 'nonsense' },
      { from: '2026-11-25', to: '2026-11-24' },
      { cursor: 'x' },
      { more: '1' },
    ])
      expect(await listAudit(asAda(small), asked)).toMatchObject({ failure: { kind: 'invalid-input' } });
    const view = await viewAudit(asAda(small), {});
    expect(view.ok && view.value.actors.map(({ value }) => value)).toContain(cast.max.id);
  });

  test('only admins read it; a token of theirs that only reads may, too', async () => {
    for (const member of [cast.vera, cast.max, cast.olga])
      expect(await listAudit(small.as(signedIn(member)), {})).toMatchObject({ failure: { kind: 'not-allowed' } });
    const byToken = { ...signedIn(cast.ada), via: { token: 't', scope: 'read' } } as const;
    expect(await listAudit(small.as(byToken), {})).toMatchObject({ ok: true });
  });

  test('files hold every entry; what a spreadsheet would run, or a header would take for its own, does nothing', async () => {
    for (const title of ['=HYPERLINK("http://evil.example")', '+1+1', '@SUM(A1)', 'a"; filename="x.exe'])
      await addAnnotation(asAda(small), { from: '2026-11-20', title });
    const csv = await text('csv');
    expect([csv.name, csv.mediaType]).toEqual(['audit.csv', 'text/csv; charset=utf-8']);
    const [head, ...lines] = csv.all.trim().split('\r\n');
    expect(head).toBe('seq,at,actor,actor_kind,action,target,outcome,network,detail');
    expect(lines).toHaveLength(5);
    expect(csv.all).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    for (const line of lines) expect(line).not.toMatch(/,"?[=+@]/);
    const ndjson = await text('ndjson');
    const entries = ndjson.all.trim().split('\n');
    expect(entries.map((line) => JSON.parse(line).target)).toContain('=HYPERLINK("http://evil.example")');
    expect((await list()).data[0]).toMatchObject({ action: 'audit-exported', detail: { format: 'ndjson' } });
  });

  test('tokens that open nothing are one entry a minute, with how many came', async () => {
    const come = (secret: string, network: string) => recogniseToken(small.world, { secret, network });
    await Promise.all([1, 2, 3, 4, 5].map((n) => come(`ea_${n}`, `192.0.2.${n}`)));
    await come('no token of ours', '192.0.2.9');
    small.clock.forward(60_000);
    await come('ea_late', '192.0.2.9');
    expect((await list()).data).toMatchObject([
      { action: 'token-refused', actor: { id: null, kind: 'nobody' }, outcome: 'denied', detail: {} },
      { action: 'token-refused', detail: { times: 6 } },
    ]);
    expect(await whole()).toMatchObject({ value: { ok: true } });
  });

  test('networks are forgotten when they are old enough, once, and the chain stays whole', async () => {
    await addAnnotation(asAda(small), { from: '2026-11-20', title: 'Old' });
    small.clock.set('2026-12-22T09:00:00Z');
    await addAnnotation(asAda(small), { from: '2026-11-20', title: 'New' });
    small.clock.set('2026-12-24T09:00:00Z');
    const house = () => keepHouse(small.as(scheduler), {});
    expect(await house()).toMatchObject({ value: { forgotten: 1 } });
    expect(await house()).toMatchObject({ value: { forgotten: 0 } });
    expect((await list()).data.map(({ action, network }) => [action, network])).toEqual([
      ['networks-forgotten', null],
      ['annotation-added', '192.0.2.7'],
      ['annotation-added', null],
    ]);
    expect(await whole()).toMatchObject({ value: { ok: true, forgotten: { auditEntries: 1, reviews: 0 } } });
    expect(small.logged).toContainEqual(
      expect.objectContaining({ event: 'chain-heads', fields: expect.objectContaining({ audit: expect.any(String) }) }),
    );
  });

  test('sessions and links go ninety days after their end, and those that live stay', async () => {
    await inviteCast(small);
    const { store } = small.world;
    const at = (day: string) => new Date(`${day}T09:00:00Z`);
    const session = { userId: cast.ada.id, createdAt: at('2026-11-23'), lastSeenAt: at('2026-11-23'), userAgent: 'x' };
    await store.sessions.create({ ...session, id: 'over', expiresAt: at('2026-11-30') });
    await store.sessions.create({ ...session, id: 'lives', expiresAt: at('2027-11-30') });
    small.clock.set('2027-02-27T09:00:00Z');
    expect(await keepHouse(small.as(scheduler), {})).toMatchObject({ value: { sessions: 0 } });
    small.clock.set('2027-03-01T09:00:00Z');
    expect(await keepHouse(small.as(scheduler), {})).toMatchObject({ value: { sessions: 1 } });
    expect(await store.sessions.live(cast.ada.id, small.clock.now())).toHaveLength(1);
  });
});

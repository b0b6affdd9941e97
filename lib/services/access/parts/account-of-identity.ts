import type { Person } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { auditAs } from '../../parts/audit-as';
import { createPerson } from '../../people/parts/create-person';
import { followProviderRole } from './follow-provider-role';
import type { IdentityRefusal, JudgedIdentity } from './judge-identity';

/** Whose account an identity opens: by issuer and subject alone; by its address once, where nobody could take over anybody's by it. */
export async function accountOf(
  ctx: Context,
  identity: JudgedIdentity,
  store: Store,
): Promise<Result<Person, IdentityRefusal>> {
  // Counting locks: two first sign-ins of one person come one by one.
  const admins = await store.people.countActiveAdmins(ctx.organisation.id);
  const known = await knownBy(ctx, identity, store);
  if (!known.ok) return known;
  const { person, isLinked } = known.value;
  if (person === null) return newcomer(ctx, identity, store);
  if (person.status === 'disabled') return fail({ kind: 'person-disabled' });
  const role = await followProviderRole(ctx, { person, wanted: identity.role, admins, store });
  if (role === 'none') return fail({ kind: 'no-role' });
  if (!isLinked) await link(ctx, { identity, person, store });
  if (person.status === 'invited') {
    await store.people.setStatus(person.id, 'active');
    await store.links.retire('invitation', person.id, ctx.clock.now());
    const said = { target: person.email };
    await auditAs(ctx, person, {
      action: 'invitation-accepted',
      target: person.id,
      detail: { by: 'sso' },
      said,
      store,
    });
  }
  return ok({ ...person, status: 'active', role });
}

type Known = { readonly person: Person | null; readonly isLinked: boolean };

async function knownBy(ctx: Context, identity: JudgedIdentity, store: Store): Promise<Result<Known, IdentityRefusal>> {
  const linked = await store.identities.find(identity);
  if (linked !== null) {
    const person = await store.people.byId(ctx.organisation.id, linked.userId);
    return person === null ? fail({ kind: 'ask-admin' }) : ok({ person, isLinked: true });
  }
  const person = await store.people.byEmail(ctx.organisation.id, identity.email);
  if (person === null) return ok({ person, isLinked: false });
  const isTaken = person.isBreakGlass || (await store.identities.of(person.id)).length > 0;
  return isTaken ? fail({ kind: 'ask-admin' }) : ok({ person, isLinked: false });
}

async function newcomer(
  ctx: Context,
  identity: JudgedIdentity,
  store: Store,
): Promise<Result<Person, IdentityRefusal>> {
  const { provider } = ctx.config.signIn;
  const role = identity.role ?? provider?.defaultRole ?? 'none';
  // Before set-up there is nobody who could have decided that they may come.
  if (role === 'none' || !(await store.people.any())) return fail({ kind: 'not-invited' });
  const { email, name } = identity;
  const created = await createPerson(ctx, { email, name, role, status: 'active', passwordHash: null, store });
  // The address is somebody's of another organisation.
  if (!created.ok) return fail({ kind: 'ask-admin' });
  await ctx.audit(
    'person-added',
    { target: created.value.id, detail: { role, by: 'sso' }, said: { target: email } },
    store,
  );
  await link(ctx, { identity, person: created.value, store });
  return created;
}

async function link(
  ctx: Context,
  { identity: { issuer, subject }, person, store }: { identity: JudgedIdentity; person: Person; store: Store },
): Promise<void> {
  await store.identities.link({ issuer, subject, userId: person.id, linkedAt: ctx.clock.now() });
  const said = { target: person.email };
  await auditAs(ctx, person, { action: 'identity-linked', target: person.id, detail: { issuer }, said, store });
}

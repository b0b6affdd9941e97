import { z } from 'zod';
import { passwordFault } from '@/lib/domain/password';
import { fail, ok, type Result } from '@/lib/domain/result';
import { zoneArrow } from '@/lib/domain/zone-history';
import type { Context } from '../context';
import { organisationName, timeZone } from '../organisation/parts/organisation-fields';
import { auditAs } from '../parts/audit-as';
import { fingerprint } from '../parts/random-secret';
import { hashNewPassword } from '../people/parts/new-password';
import { email, password, personName } from '../people/parts/person-fields';
import { type FieldError, type Refusal, service } from '../service';

export type SetUpFailure = { readonly kind: 'set-up-closed' } | { readonly kind: 'link-expired' } | Refusal;

/** The first admin and the organisation's name and zone, by the one-time link. Closed for ever once anybody exists. */
export const setUp = service({
  permission: 'anyone',
  input: z.object({ token: z.string().max(200), organisationName, timeZone, name: personName, email, password }),
  faults: passwordFaults,
  run: async (ctx, input): Promise<Result<{ email: string }, SetUpFailure>> => {
    const now = ctx.clock.now();
    if (await ctx.store.people.any()) return fail({ kind: 'set-up-closed' });
    const link = await ctx.store.links.find('set-up', await fingerprint(input.token), now);
    if (link === null) return fail({ kind: 'link-expired' });
    const hashed = await hashNewPassword(ctx, input.password, { ...input, organisation: input.organisationName });
    if (!hashed.ok) return hashed;
    return ctx.store.atomically(async (store): Promise<Result<{ email: string }, SetUpFailure>> => {
      // Counting admins locks: of two submissions, by one link or by two, the second sees the first's admin.
      const { organisationName: name } = input;
      const timeZone = ctx.zones.presentName(input.timeZone);
      await store.people.countActiveAdmins(ctx.organisation.id);
      if (await store.people.any()) return fail({ kind: 'set-up-closed' });
      if (!(await store.links.use(link.id, now))) return fail({ kind: 'link-expired' });
      await store.organisations.update(ctx.organisation.id, { name, timeZone });
      const person = { id: crypto.randomUUID(), email: input.email, name: input.name };
      await store.people.create(ctx.organisation.id, {
        ...person,
        role: 'admin',
        status: 'active',
        passwordHash: hashed.value,
        isBreakGlass: true,
        createdAt: now,
      });
      const before = ctx.organisation.timeZone;
      const detail = before === timeZone ? {} : { timeZone: `${before}${zoneArrow}${timeZone}` };
      await auditAs(ctx, person, {
        action: 'set-up-completed',
        target: person.id,
        detail,
        said: { target: input.email },
        store,
      });
      return ok({ email: input.email });
    });
  },
});

async function passwordFaults(ctx: Context, raw: Readonly<Record<string, unknown>>): Promise<readonly FieldError[]> {
  const asked = z
    .object({
      password,
      name: personName.catch(''),
      email: email.catch(''),
      organisationName: organisationName.catch(''),
    })
    .safeParse(raw);
  if (!asked.success || (await ctx.store.people.any())) return [];
  const owner = { ...asked.data, organisation: asked.data.organisationName };
  const fault = passwordFault(asked.data.password, owner, await ctx.passwords.common());
  return fault === null ? [] : [{ path: 'password', message: fault }];
}

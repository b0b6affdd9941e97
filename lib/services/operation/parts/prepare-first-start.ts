import type { Organisation } from '@/lib/domain/organisation';
import { zoneArrow } from '@/lib/domain/zone-history';
import { createSetUpLink } from '../../access/create-set-up-link';
import { type Context, contextFor, type World } from '../../context';
import { addPerson } from '../../people/add-person';

export type FirstStart =
  | { readonly kind: 'ready' }
  | { readonly kind: 'set-up-open'; readonly url: string }
  | { readonly kind: 'admin-refused'; readonly faults: readonly string[] };

/** What a start must do before anybody can sign in: the organisation, and the first admin or the link to become it. */
export async function prepareFirstStart(world: World): Promise<FirstStart> {
  const ctx = contextFor(world, {
    actor: { kind: 'job', name: 'start' },
    organisation: await firstOrganisation(world),
    network: null,
  });
  await callZoneByItsPresentName(ctx);
  if (await world.store.people.any()) return lockedOut(ctx);
  return world.config.admin === null ? openSetUp(ctx) : addFirstAdmin(ctx, world.config.admin);
}

/** A zone that was chosen under an older name (Asia/Calcutta) keeps its days; only its name changes, and the audit log says so. */
async function callZoneByItsPresentName({ store, zones, organisation, audit }: Context): Promise<void> {
  const { id, name, timeZone } = organisation;
  const present = zones.presentName(timeZone);
  if (present === timeZone) return;
  await store.atomically(async (inside) => {
    await inside.organisations.update(id, { timeZone: present });
    await audit(
      'organisation-saved',
      { target: id, detail: { timeZone: `${timeZone}${zoneArrow}${present}` }, said: { target: name } },
      inside,
    );
  });
}

/** The organisation of a new installation, made when it is not there. */
export async function firstOrganisation(world: World): Promise<Organisation> {
  const { organisations } = world.store;
  const existing = await organisations.first();
  if (existing !== null) return existing;
  const { organisation, captureTime } = world.config;
  // One fixed id: of several processes at their first start, one creates it and the others find it.
  const timeZone = world.zones.presentName(organisation.timeZone);
  await organisations.create({ id: 'first', ...organisation, timeZone, captureTime, createdAt: world.clock.now() });
  return firstOrganisation(world);
}

/** With single sign-on alone somebody must be able to come in when the provider is away. */
async function lockedOut({ config, store, organisation }: Context): Promise<FirstStart> {
  if (config.signIn.mode !== 'sso' || (await store.people.anyBreakGlassAdmin(organisation.id)))
    return { kind: 'ready' };
  return { kind: 'admin-refused', faults: [nobodyBreaksGlass] };
}

const nobodyBreaksGlass = [
  'SIGN_IN is sso, and no active admin could come in while the identity provider is away.',
  'Make one: npm run cli -- user add --role admin --break-glass --email <address> --name <name> --password-stdin',
  'Or set SIGN_IN to both.',
].join('\n');

async function openSetUp(ctx: Context): Promise<FirstStart> {
  const link = await createSetUpLink(ctx, {});
  return link.ok ? { kind: 'set-up-open', url: link.value.url } : { kind: 'ready' };
}

async function addFirstAdmin(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<FirstStart> {
  const added = await addPerson(ctx, {
    email,
    password,
    name: email.split('@')[0] ?? email,
    role: 'admin',
    breakGlass: true,
  });
  if (added.ok || (await ctx.store.people.any())) return { kind: 'ready' };
  const faults = added.failure.kind === 'invalid-input' ? added.failure.errors : [];
  return {
    kind: 'admin-refused',
    faults: faults.map(({ path, message }) => `ADMIN_${path.toUpperCase()}: ${message}`),
  };
}

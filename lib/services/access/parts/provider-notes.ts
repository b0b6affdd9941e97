import { z } from 'zod';
import type { Store } from '@/lib/adapters/db/stores/store';
import { roles } from '@/lib/domain/roles';

/** Under which keys of the settings it is kept what admins are to know of the provider. */
export const roleKeptKey = 'provider-role-kept';
export const providerFaultKey = 'provider-fault';

const instant = z.iso.datetime().transform((text) => new Date(text));

const roleKept = z.object({ at: instant, person: z.string(), wanted: z.enum([...roles, 'none']) });
const providerFault = z.object({ at: instant, kind: z.string(), cause: z.string() });

/** When the last admin was kept although the provider makes them something else. */
export type RoleKept = z.output<typeof roleKept>;
/** The last time that the provider let nobody in, and why. */
export type KeptProviderFault = z.output<typeof providerFault>;

export const readRoleKept = (store: Store, organisationId: string): Promise<RoleKept | null> =>
  readNote(store, { organisationId, key: roleKeptKey, schema: roleKept });

export const readProviderFault = (store: Store, organisationId: string): Promise<KeptProviderFault | null> =>
  readNote(store, { organisationId, key: providerFaultKey, schema: providerFault });

async function readNote<S extends z.ZodType>(
  store: Store,
  { organisationId, key, schema }: { organisationId: string; key: string; schema: S },
): Promise<z.output<S> | null> {
  const text = await store.settings.get(organisationId, key);
  return text === null ? null : schema.parse(JSON.parse(text));
}

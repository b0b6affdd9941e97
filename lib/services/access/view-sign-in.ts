import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import type { Config, OidcProvider } from '@/lib/config/config';
import { ok } from '@/lib/domain/result';
import type { SecondFactor } from '@/lib/domain/sign-in-way';
import { providerCallbackPath } from '@/lib/views/paths';
import { secondFactorsOf } from '../people/parts/second-factor';
import { service } from '../service';
import { type KeptProviderFault, type RoleKept, readProviderFault, readRoleKept } from './parts/provider-notes';

export type SignInWays = Pick<Person, 'id' | 'name' | 'email' | 'role' | 'status' | 'hasPassword' | 'isBreakGlass'> & {
  readonly isLinked: boolean;
  readonly secondFactor: SecondFactor;
};

export type SignInView = {
  readonly mode: Config['signIn']['mode'];
  readonly factorRequired: readonly string[];
  /** What the environment says, without its secret; null where there is none. */
  readonly provider: Omit<OidcProvider, 'clientSecret'> | null;
  readonly callbackUrl: string;
  /** The last one, and whether somebody has come in by the provider since. */
  readonly fault: (KeptProviderFault & { readonly hasWorkedSince: boolean }) | null;
  readonly roleKept: (RoleKept & { readonly name: string }) | null;
  /** Behind a proxy that is not trusted every client has the proxy's address. */
  readonly clientsLookAlike: boolean;
  readonly people: readonly SignInWays[];
};

/** How people come in: what the environment says, what went wrong last, and who has which way. */
export const viewSignIn = service({
  permission: 'people:manage',
  input: z.object({}),
  run: async (ctx) => {
    const { store, organisation, config } = ctx;
    const [people, linked, factors, fault, roleKept] = await Promise.all([
      store.people.all(organisation.id),
      store.identities.all(organisation.id),
      secondFactorsOf(ctx),
      readProviderFault(store, organisation.id),
      readRoleKept(store, organisation.id),
    ]);
    const owners = new Set(linked.map(({ userId }) => userId));
    const cameSince = (at: Date) => linked.some(({ lastSignInAt }) => lastSignInAt !== null && lastSignInAt > at);
    const kept = people.find(({ id }) => id === roleKept?.person);
    return ok<SignInView>({
      mode: config.signIn.mode,
      factorRequired: [...config.signIn.factorRequired],
      provider: withoutSecret(config.signIn.provider),
      callbackUrl: new URL(providerCallbackPath(), config.publicUrl).href,
      fault: fault && { ...fault, hasWorkedSince: cameSince(fault.at) },
      roleKept: roleKept && kept?.role === 'admin' ? { ...roleKept, name: kept.name } : null,
      clientsLookAlike: clientsLookAlike(config),
      people: people
        .map((person) => ({
          ...person,
          isLinked: owners.has(person.id),
          secondFactor: factors.get(person.id) ?? 'none',
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    });
  },
});

/** Whether every visitor seems to come from one address: something ends TLS in front, and nothing is believed of it. */
const clientsLookAlike = ({ publicUrl, trustedProxies }: Pick<Config, 'publicUrl' | 'trustedProxies'>): boolean =>
  publicUrl.protocol === 'https:' && trustedProxies === 0;

function withoutSecret(provider: OidcProvider | null): SignInView['provider'] {
  if (provider === null) return null;
  const { clientSecret: _, ...rest } = provider;
  return rest;
}

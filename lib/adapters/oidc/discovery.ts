import * as client from 'openid-client';
import { clockToleranceSeconds } from './clocks';
import { MisfitError } from './fault';

type Options = {
  readonly provider: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  readonly fetch: client.CustomFetch;
  readonly now: () => Date;
};

const goodForMs = 10 * 60_000;

/** The provider's description of itself, asked when needed and at most every ten minutes; what failed is asked again the next time. */
export function createDiscovery({ provider, fetch, now }: Options): () => Promise<client.Configuration> {
  let known: { readonly since: number; readonly configuration: Promise<client.Configuration> } | null = null;
  return () => {
    const at = now().getTime();
    if (known !== null && Math.abs(at - known.since) < goodForMs) return known.configuration;
    const asked = { since: at, configuration: discover(provider, fetch) };
    known = asked;
    asked.configuration.catch(() => {
      if (known === asked) known = null;
    });
    return asked.configuration;
  };
}

async function discover(
  { issuer, clientId, clientSecret }: Options['provider'],
  fetch: client.CustomFetch,
): Promise<client.Configuration> {
  const found = await client.discovery(
    new URL(issuer),
    clientId,
    { client_secret: clientSecret, [client.clockTolerance]: clockToleranceSeconds },
    (...request) => authentication(clientSecret)(...request),
    // Plain http is judged by our own fetch: it is let through where ALLOW_PRIVATE_TARGETS lists it.
    { [client.customFetch]: fetch, execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] },
  );
  const { issuer: itself, authorization_endpoint, token_endpoint, jwks_uri } = found.serverMetadata();
  if (itself.includes('{')) throw new MisfitError('its issuer is for every tenant, and one of your own is needed');
  if (authorization_endpoint === undefined) throw new MisfitError('it names no authorization endpoint');
  if (token_endpoint === undefined) throw new MisfitError('it names no token endpoint');
  if (jwks_uri === undefined) throw new MisfitError('it names no keys (jwks_uri)');
  return found;
}

/** In the header, as RFC 6749 wants it, unless the provider says that it takes it in the body alone. */
const authentication =
  (secret: string): client.ClientAuth =>
  (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const inBody = !taken.includes('client_secret_basic') && taken.includes('client_secret_post');
    return (inBody ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret))(server, ...rest);
  };

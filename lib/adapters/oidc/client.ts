import * as client from 'openid-client';
import type { Claims } from '@/lib/domain/provider-claims';
import { fail, ok, type Result } from '@/lib/domain/result';
import { timeFault } from './clocks';
import { createDiscovery } from './discovery';
import { faultOf, type Step } from './fault';
import type { Oidc, OidcAttempt, ProviderFault, ProviderIdentity } from './oidc';
import { type ProviderFetchOptions, providerFetch } from './provider-fetch';

export type OidcOptions = ProviderFetchOptions & {
  readonly provider: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  readonly now: () => Date;
};

export function createOidc(options: OidcOptions): Oidc {
  const { guard, now } = options;
  const discover = createDiscovery({ ...options, fetch: providerFetch(options) });
  return {
    begin: ({ redirectUri, anew = false }) =>
      told('discovery', async () => {
        const configuration = await discover();
        const attempt = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
          beganAt: now().getTime(),
        };
        const url = client.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: 'openid profile email',
          state: attempt.state,
          nonce: attempt.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
          code_challenge_method: 'S256',
          ...(anew ? { max_age: '0' } : {}),
        });
        // People are sent there: not over plain http, and nowhere that is no web page.
        const allowed = guard.check(url.origin);
        if (!allowed.ok) return misfit(`its authorization endpoint may not be asked (${allowed.failure.kind})`);
        return ok({ url: url.href, attempt });
      }),
    finish: async (callback, attempt) => {
      if (callback.searchParams.get('state') !== attempt.state) {
        return fail({ kind: 'attempt-over', cause: 'the state that came back is not the one that was sent' });
      }
      const exchanged = await exchange({ discover, callback, attempt });
      if (!exchanged.ok) return exchanged;
      const fault = timeFault(exchanged.value.idToken, { beganAt: new Date(attempt.beganAt), now: now() });
      return fault === null ? exchanged : fail({ kind: 'answer-refused', cause: fault });
    },
  };
}

type Exchange = {
  readonly discover: () => Promise<client.Configuration>;
  readonly callback: URL;
  readonly attempt: OidcAttempt;
};

async function exchange({ discover, callback, attempt }: Exchange): Promise<Result<ProviderIdentity, ProviderFault>> {
  const configured = await told('discovery', async () => ok(await discover()));
  if (!configured.ok) return configured;
  const granted = await told('token', async () =>
    ok(
      await client.authorizationCodeGrant(configured.value, callback, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      }),
    ),
  );
  if (!granted.ok) return granted;
  const idToken = granted.value.claims();
  if (idToken === undefined) return misfit('it sent no ID token');
  const asked = await told('userinfo', async () => ok(await userInfo(configured.value, granted.value, idToken.sub)));
  return asked.ok ? ok(identityOf(idToken, asked.value)) : asked;
}

const userInfo = async (
  configuration: client.Configuration,
  { access_token }: client.TokenEndpointResponse,
  subject: string,
): Promise<Claims | null> =>
  configuration.serverMetadata().userinfo_endpoint === undefined
    ? null
    : client.fetchUserInfo(configuration, access_token, subject);

const identityOf = (idToken: client.IDToken, info: Claims | null): ProviderIdentity => ({
  issuer: idToken.iss,
  subject: idToken.sub,
  authenticatedAt: idToken.auth_time === undefined ? null : new Date(idToken.auth_time * 1000),
  idToken,
  userInfo: info,
});

const misfit = (cause: string) => fail({ kind: 'provider-misconfigured' as const, cause });

/** Whatever is thrown while the provider is asked comes of what it said or did not say: it ends here, in words. */
async function told<T>(step: Step, ask: () => Promise<Result<T, ProviderFault>>): Promise<Result<T, ProviderFault>> {
  try {
    return await ask();
  } catch (error) {
    return fail(faultOf(error, step));
  }
}

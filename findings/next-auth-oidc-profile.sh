#!/bin/sh
# next-auth 5.0.0-beta.32 (@auth/core 0.41.3) with `type: 'oidc'`: what it asks the provider for, and what it hands on
#
# One would expect a provider of type `oidc` to use state and nonce beside PKCE, and its callbacks to learn both what the ID token says and
# what userinfo says, since a provider may tell an address in the one and roles in the other. Instead:
# - Only PKCE is used until `checks` names the others.
# - By default userinfo is never asked, and `profile` is the ID token: with a provider that keeps to the specification (5.4: claims of the
#   scopes `profile` and `email` come from userinfo when a code is used) nobody has an e-mail address.
# - With `idToken: false` `profile` is userinfo and nothing else: `iss` and whatever only the ID token says are gone.
# It shaped lib/adapters/oidc: openid-client checks both and hands both on, behind routes of our own (decision 58).
#
# Seen:
#   default: asked with code_challenge; profile has aud exp iat iss sub
#   idToken: false: asked with code_challenge; profile has email email_verified name sub
#   idToken: false, checks of all three: asked with code_challenge nonce state; profile has email email_verified name sub
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent @auth/core@0.41.3 oidc-provider@9.13.3

cat > ask.js <<'JS'
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Auth, skipCSRFCheck } from '@auth/core';
import Provider from 'oidc-provider';

const own = 'http://localhost:9';
const server = createServer((request, response) => handle(request, response));
await once(server.listen(0, '127.0.0.1'), 'listening');
const issuer = `http://localhost:${server.address().port}`;
const client = { client_id: 'c', client_secret: 'secret', redirect_uris: [`${own}/auth/callback/it`] };
const claims = () => ({ sub: 'nora', name: 'Nora', email: 'nora@example.org', email_verified: true });
const provider = new Provider(issuer, {
  clients: [client],
  cookies: { keys: ['k'] },
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, accountId) => ({ accountId, claims }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
});
const answer = provider.callback();
const handle = (request, response) =>
  request.url.startsWith('/interaction/')
    ? provider.interactionFinished(request, response, { login: { accountId: 'nora' } })
    : answer(request, response);

/** Goes where it is sent, as a browser would, until it is sent elsewhere. */
async function follow(url) {
  const jar = new Map();
  while (url.startsWith(issuer)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const got = await fetch(url, { redirect: 'manual', headers: { cookie } });
    keep(jar, got);
    url = new URL(got.headers.get('location'), url).href;
  }
  return url;
}

const keep = (jar, answer) => {
  for (const cookie of answer.headers.getSetCookie()) jar.set(...cookie.split(';')[0].split(/=(.*)/s));
};

async function signIn(how) {
  let seen;
  const config = {
    secret: 'a secret of the application, long enough',
    trustHost: true,
    basePath: '/auth',
    skipCSRFCheck,
    logger: { error: (error) => console.error(error), warn: () => {}, debug: () => {} },
    providers: [{ id: 'it', name: 'It', type: 'oidc', issuer, clientId: 'c', clientSecret: 'secret', ...how }],
    callbacks: { signIn: ({ profile }) => Boolean((seen = profile)) },
  };
  const jar = new Map();
  const left = await Auth(new Request(`${own}/auth/signin/it`, { method: 'POST' }), config);
  keep(jar, left);
  const there = left.headers.get('location');
  const asked = ['code_challenge', 'nonce', 'state'].filter((name) => new URL(there).searchParams.has(name));
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  await Auth(new Request(await follow(there), { headers: { cookie } }), config);
  const told = Object.keys(seen ?? {}).filter((name) => !['at_hash', 'nonce'].includes(name));
  return `asked with ${asked.join(' ')}; profile has ${told.sort().join(' ')}`;
}

console.log('default:', await signIn({}));
console.log('idToken: false:', await signIn({ idToken: false }));
console.log('idToken: false, checks of all three:', await signIn({ idToken: false, checks: ['pkce', 'state', 'nonce'] }));
process.exit(0);
JS
cat > expected <<'SEEN'
default: asked with code_challenge; profile has aud exp iat iss sub
idToken: false: asked with code_challenge; profile has email email_verified name sub
idToken: false, checks of all three: asked with code_challenge nonce state; profile has email email_verified name sub
SEEN
# The provider's notices come on the same output.
node ask.js 2> said.log | grep -E '^(default|idToken)' > seen || { cat said.log; exit 1; }
cat seen
diff expected seen || { echo 'next-auth no longer behaves as described above.'; exit 1; }

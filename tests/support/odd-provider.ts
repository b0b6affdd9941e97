import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Readonly<Record<string, unknown>>;
type Place = 'discovery' | 'token' | 'userinfo' | 'jwks';

/** How a provider of one's own misbehaves; what is not named is as it should be. */
export type Oddity = {
  /** Laid over the claims of the ID token; `undefined` leaves one out. */
  readonly idToken?: Json;
  /** Laid over what userinfo says. */
  readonly userInfo?: Json;
  /** Laid over its description of itself. */
  readonly metadata?: Json;
  readonly alg?: 'RS256' | 'none' | 'HS256';
  /** Signs with a key that it does not publish. */
  readonly foreignKey?: boolean;
  /** Laid over what it adds to the way back. */
  readonly callback?: Readonly<Record<string, string>>;
  /** By how much its clock is ahead. */
  readonly clockSeconds?: number;
  readonly tokenSeconds?: number;
  /** Answers there in its own way, or not at all. */
  readonly at?: Partial<Record<Place, (response: ServerResponse) => void>>;
};

export type OddProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who comes, and how it misbehaves from now on. */
  become(person: Json, oddity?: Oddity): void;
  /** Paths that were asked, in order. */
  readonly asked: string[];
  close(): Promise<void>;
};

const clientId = 'adoption';
const clientSecret = 'a secret for tests & nothing else';
const published = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A provider over HTTP that keeps to the rules of OpenID Connect, but for what it is told to do otherwise. */
export async function startOddProvider(): Promise<OddProvider> {
  const state: State = { issuer: '', person: {}, oddity: {}, grants: new Map() };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', state.issuer);
    asked.push(url.pathname);
    void answer(state, { request, response, url });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer: state.issuer,
    clientId,
    clientSecret,
    asked,
    become: (person, oddity = {}) => void Object.assign(state, { person, oddity }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type State = {
  issuer: string;
  readonly person: Json;
  readonly oddity: Oddity;
  readonly grants: Map<string, { readonly nonce: string; readonly challenge: string }>;
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL };

async function answer(state: State, { request, response, url }: Exchange): Promise<void> {
  const { issuer, oddity, person } = state;
  const place = places[url.pathname];
  const own = place && oddity.at?.[place];
  if (own) return own(response);
  switch (url.pathname) {
    case '/.well-known/openid-configuration':
      return json(response, { ...metadataOf(issuer), ...oddity.metadata });
    case '/authorize':
      response.writeHead(302, { Location: authorized(state, url.searchParams) }).end();
      return;
    case '/token': {
      const form = new URLSearchParams(await textOf(request));
      const refused = refusal(state, form, request.headers.authorization ?? '');
      return refused === null ? json(response, tokens(state, form)) : json(response, { error: refused }, 400);
    }
    case '/userinfo':
      return json(response, { ...person, ...oddity.userInfo });
    case '/jwks':
      return json(response, { keys: [{ ...published.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }] });
    default:
      response.writeHead(404).end();
  }
}

function authorized({ grants, oddity }: State, query: URLSearchParams): string {
  const code = randomBytes(16).toString('hex');
  grants.set(code, { nonce: query.get('nonce') ?? '', challenge: query.get('code_challenge') ?? '' });
  const back = new URL(query.get('redirect_uri') ?? '');
  const given = { code, state: query.get('state') ?? '', ...oddity.callback };
  for (const [name, value] of Object.entries(given)) back.searchParams.set(name, value);
  return back.href;
}

function refusal({ grants }: State, form: URLSearchParams, authorization: string): string | null {
  const verifier = form.get('code_verifier') ?? '';
  const proof = createHash('sha256').update(verifier).digest('base64url');
  if (authorization !== basic()) return 'invalid_client';
  return grants.get(form.get('code') ?? '')?.challenge === proof ? null : 'invalid_grant';
}

function tokens({ issuer, person, oddity, grants }: State, form: URLSearchParams): Json {
  const code = form.get('code') ?? '';
  const nonce = grants.get(code)?.nonce;
  grants.delete(code);
  const now = Math.floor(Date.now() / 1000) + (oddity.clockSeconds ?? 0);
  const exp = now + (oddity.tokenSeconds ?? 300);
  const claims = { iss: issuer, aud: clientId, sub: person.sub, iat: now, exp, nonce, ...oddity.idToken };
  return { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: jwt(claims, oddity) };
}

const places: Readonly<Record<string, Place>> = {
  '/.well-known/openid-configuration': 'discovery',
  '/token': 'token',
  '/userinfo': 'userinfo',
  '/jwks': 'jwks',
};

const metadataOf = (issuer: string): Json => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
});

const basic = (): string => {
  const [id, secret] = [clientId, clientSecret].map((text) => new URLSearchParams({ text }).toString().slice(5));
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
};

function jwt(claims: Json, { alg = 'RS256', foreignKey = false }: Oddity): string {
  const parts = [{ alg, kid: 'one' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const input = parts.join('.');
  return `${input}.${signature(input, alg, (foreignKey ? foreign : published).privateKey)}`;
}

function signature(input: string, alg: NonNullable<Oddity['alg']>, key: KeyObject): string {
  if (alg === 'none') return '';
  if (alg === 'HS256') return createHmac('sha256', clientSecret).update(input).digest('base64url');
  return sign('sha256', Buffer.from(input), key).toString('base64url');
}

function json(response: ServerResponse, body: Json, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

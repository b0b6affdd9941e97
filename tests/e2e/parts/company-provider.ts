import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

/** A company's identity provider, as npm has it: people type who they are, and no password. */
export type CompanyProvider = {
  /** What the application has to be told of it. */
  readonly env: Readonly<Record<string, string>>;
  /** Opens it, once the application's address is known: until then it answers nothing that helps. */
  open(applicationUrl: string): void;
  close(): Promise<void>;
};

type People = Readonly<Record<string, { name: string; email: string; email_verified?: boolean }>>;

export async function startCompanyProvider(people: People): Promise<CompanyProvider> {
  let handle = (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(503).end();
  const server = createServer((request, response) => handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const client = { client_id: 'adoption', client_secret: randomBytes(24).toString('hex') };
  return {
    env: {
      OIDC_ISSUER: `http://${host}`,
      OIDC_CLIENT_ID: client.client_id,
      OIDC_CLIENT_SECRET: client.client_secret,
      OIDC_NAME: 'Example ID',
      ALLOW_PRIVATE_TARGETS: host,
    },
    open: (applicationUrl) => {
      const redirect_uris = [`${applicationUrl}/api/auth/callback/oidc`];
      handle = handlerOf(new Provider(`http://${host}`, configurationOf({ ...client, redirect_uris }, people)));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const configurationOf = (client: object, people: People) => ({
  clients: [client],
  cookies: { keys: [randomBytes(24).toString('hex')] },
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
  findAccount: (_: Context, id: string) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
  loadExistingGrant,
});

/** Nobody is asked whether the application may know their address. */
async function loadExistingGrant(ctx: Context & { oidc: { provider: Provider } }) {
  const { client, session, provider } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

function handlerOf(provider: Provider) {
  const answer = provider.callback();
  return (request: IncomingMessage, response: ServerResponse): void => {
    const isInteraction = request.url?.startsWith('/interaction/') === true;
    if (!isInteraction) answer(request, response);
    else if (request.method === 'POST') void enter(provider, request, response);
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  };
}

const page = `<!doctype html><html lang="en"><title>Example ID</title><link rel="icon" href="data:,">
<form method="post"><label>Who are you? <input name="who"></label><button>Go on</button></form></html>`;

async function enter(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = '';
  for await (const chunk of request) text += chunk;
  const accountId = new URLSearchParams(text).get('who');
  await provider.interactionFinished(request, response, { login: { accountId } });
}

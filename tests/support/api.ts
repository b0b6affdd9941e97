import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { encode } from 'next-auth/jwt';
import { fingerprint } from '@/lib/services/parts/random-secret';
import { createToken } from '@/lib/services/tokens/create-token';
import { type Member, scheduler } from '../../demo/cast';
import type { TestWorld } from './world';

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Routes = Readonly<Record<string, Handler | undefined>>;

const api = fileURLToPath(new URL('../../app/api/', import.meta.url));

/** Every route of the API as files say it: `/api/v1/runs/[id]`. */
export const routePaths = (): string[] =>
  readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(route\.ts|page\.tsx)$/.test(file))
    .map((file) => `/api/${file.replace(/\/(route\.ts|page\.tsx)$/, '')}`)
    .sort();

export const routesAt = (path: string): Promise<Routes> =>
  import(/* @vite-ignore */ pathToFileURL(`${api}${path.slice('/api/'.length)}/route.ts`).href) as Promise<Routes>;

/** The methods a route says that it serves; a page serves GET. */
export async function servedAt(path: string): Promise<string[]> {
  const answer = await (await routesAt(path)).OPTIONS?.(new Request('http://localhost:3000'), {
    params: Promise.resolve({}),
  });
  const allow = answer?.headers.get('allow')?.split(', ') ?? [];
  return allow.filter((method) => method !== 'OPTIONS');
}

/** Lets the routes find this world, as they find the one that a server builds. */
export function serveWorld({ world }: TestWorld): void {
  const held = Symbol.for('enpass-adoption.world');
  Object.assign(globalThis, { [held]: { world: Promise.resolve(world), stopping: new AbortController() } });
}

export type Call = { token?: string; cookie?: string; body?: unknown; headers?: Record<string, string> };

/** Calls a route as Next would, without a server around it. */
export async function call(
  method: string,
  url: string,
  { token, cookie, body, headers = {} }: Call = {},
): Promise<Response> {
  const { pathname } = new URL(url, 'http://localhost:3000');
  const { path, params } = matching(pathname);
  const handle = (await routesAt(path))[method];
  if (handle === undefined) throw new Error(`${path} has no ${method}`);
  const request = new Request(new URL(url, 'http://localhost:3000'), {
    method,
    headers: {
      ...(cookie !== undefined ? { cookie, origin: 'http://localhost:3000' } : {}),
      ...(token !== undefined && cookie === undefined ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: sent(body) }),
  });
  return handle(request, { params: Promise.resolve(params) });
}

const sent = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? body : body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);

function matching(pathname: string): { path: string; params: Record<string, string> } {
  // As Next does: a name wins over what may be anything.
  for (const path of routePaths().toSorted((a, b) => a.split('[').length - b.split('[').length)) {
    const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
    const values = new RegExp(`^${path.replaceAll(/\[\w+\]/g, '([^/]+)')}$`).exec(pathname)?.slice(1);
    if (values === undefined) continue;
    return { path, params: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')])) };
  }
  throw new Error(`no route for ${pathname}`);
}

/** An API token of one of the cast. */
export async function tokenOf({ as }: TestWorld, member: Member, scope: 'read' | 'refresh' | 'write' = 'write') {
  const made = await createToken(as(scheduler), { person: member.email, name: `${member.id} ${scope}`, scope });
  if (!made.ok) throw new Error(made.failure.kind);
  return made.value.token;
}

const cookieName = 'authjs.session-token';

/** The cookie of a session that one of the cast began just now. */
export async function cookieOf({ world }: TestWorld, { id: userId }: Member): Promise<string> {
  const now = world.clock.now();
  const secret = crypto.randomUUID();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const session = { userId, createdAt: now, lastSeenAt: now, expiresAt, userAgent: 'Vitest', confirmedAt: now };
  await world.store.sessions.create({ ...session, id: await fingerprint(secret) });
  return `${cookieName}=${await encode({ token: { secret }, secret: world.config.authSecret, salt: cookieName })}`;
}

import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import { actorMay, type Permission } from '@/lib/domain/roles';
import { lacksFactor } from '@/lib/domain/second-factor';
import { world } from '@/lib/runtime/runtime';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import type { Context } from '@/lib/services/context';
import { secondFactorPath, setUpPath, signInPath } from '@/lib/views/paths';
import { edge, reachDoor } from '@/server/edge';
import { whenceOf } from '@/server/network';
import { refuse } from '../answer/refuse';
import { anonymousContext } from './anonymous-context';
import { safeRedirect } from './safe-redirect';
import { sessionSecret } from './session-cookie';

/** The door of pages: whoever is signed in and may; everybody else is sent to sign in, or told that this is not theirs. */
export async function enter(permission?: Permission): Promise<Context> {
  const ctx = await enterBeforeFactor();
  if (lacksFactor(ctx.actor, ctx.config.signIn.factorRequired)) return redirect(secondFactorPath());
  if (permission !== undefined && !(await admitted(ctx, permission))) return refuse(403);
  return ctx;
}

/** The same for the pages on which a second factor is set up, open to who must have one and has none yet. */
export async function enterBeforeFactor(): Promise<Context> {
  return (await signedIn()) ?? redirect(await wayIn());
}

/** For what is no page and refuses in its own way. */
export async function admitted({ actor, audit }: Context, permission: Permission): Promise<boolean> {
  if (actorMay(actor, permission)) return true;
  await audit('denied', { target: permission });
  return false;
}

/** Who the request's session belongs to, null for nobody; asked once per request however many parts of a page enter. */
export const signedIn = cache(async (): Promise<Context | null> => {
  reachDoor();
  const [asked, built] = await Promise.all([headers(), world()]);
  const secret = await sessionSecret(asked.get('cookie'), built.config);
  if (secret === null) return null;
  return recogniseSession(built, { secret, ...whenceOf(built.config.trustedProxies) });
});

/** For the pages before the door. */
export async function enterAsNobody(): Promise<Context> {
  reachDoor();
  await connection();
  return anonymousContext(await world());
}

async function wayIn(): Promise<string> {
  const built = await world();
  if (!(await built.store.people.any())) return setUpPath();
  return signInPath(safeRedirect(edge()?.path));
}

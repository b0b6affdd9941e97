import 'server-only';
import { headers } from 'next/headers';
import type { Context } from '@/lib/services/context';
import { refuse } from '../answer/refuse';
import { enter } from './enter';
import { enterApi, isRefusedForFactor } from './enter-api';

/** The door of a page that belongs to the API: a token opens it, too; whoever sends none is sent to sign in, as by any page. */
export async function enterApiDocs(): Promise<Context> {
  const asked = await headers();
  if (!asked.has('authorization')) return enter();
  const entered = await enterApi(new Request('http://localhost/', { headers: new Headers(asked) }));
  if (!entered.ok) return refuse(401);
  return (await isRefusedForFactor(entered.value)) ? refuse(403) : entered.value;
}

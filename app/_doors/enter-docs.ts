import 'server-only';
import { headers } from 'next/headers';
import { unauthorized } from 'next/navigation';
import type { Context } from '@/lib/services/context';
import { enter, signedIn } from './enter';
import { enterApi } from './enter-api';

/** The door of a page that belongs to the API: a token opens it too, and only a browser is sent to sign in. */
export async function enterDocs(): Promise<Context> {
  const asked = await headers();
  if (asked.has('authorization')) {
    const entered = await enterApi(new Request('http://localhost/', { headers: new Headers(asked) }));
    return entered.ok ? entered.value : unauthorized();
  }
  const isBrowser = asked.get('accept')?.includes('text/html') ?? false;
  return isBrowser || (await signedIn()) !== null ? enter() : unauthorized();
}

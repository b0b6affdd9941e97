import 'server-only';
import { cookies } from 'next/headers';
import { world } from '@/lib/runtime/runtime';

type Cookie = { readonly name: string; readonly value: string; readonly maxAge: number };

/** A cookie that says nothing of anybody; bound to this very host and to https where that is to be had. */
export async function setPlainCookie({ name, value, maxAge }: Cookie): Promise<void> {
  const { publicUrl } = (await world()).config;
  const secure = publicUrl.protocol === 'https:';
  const jar = await cookies();
  jar.set(`${secure ? '__Host-' : ''}${name}`, value, { path: '/', maxAge, httpOnly: true, sameSite: 'lax', secure });
}

/** What such a cookie says, by whichever of its names. */
export async function plainCookie(name: string): Promise<string | undefined> {
  const jar = await cookies();
  return (jar.get(`__Host-${name}`) ?? jar.get(name))?.value;
}

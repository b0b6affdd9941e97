'use server';

import { cookies } from 'next/headers';
import { parseTheme, themeCookie } from '../../_ui/theme';

const aYearSeconds = 365 * 24 * 60 * 60;

/** Remembers light or dark for this browser; nothing else depends on it, so it asks for no session. */
export async function setTheme(form: FormData): Promise<void> {
  const jar = await cookies();
  jar.set(themeCookie, parseTheme(form.get('theme')), {
    path: '/',
    maxAge: aYearSeconds,
    httpOnly: true,
    sameSite: 'lax',
  });
}

'use server';

import { setPlainCookie } from '../../_doors/plain-cookie';
import { parseTheme, themeCookie } from '../../_ui/theme';

const aYearSeconds = 365 * 24 * 60 * 60;

/** Remembers light or dark for this browser; nothing else depends on it, so it asks for no session. */
export async function setTheme(form: FormData): Promise<void> {
  await setPlainCookie({ name: themeCookie, value: parseTheme(form.get('theme')), maxAge: aYearSeconds });
}

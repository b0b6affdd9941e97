import type { IconName } from './icon';

/** What a thing wants of its reader: nothing, good to know, look here, something failed. */
export type Tone = 'plain' | 'ok' | 'warn' | 'bad';

export const toneIcon: Readonly<Record<Tone, IconName>> = {
  plain: 'info',
  ok: 'check',
  warn: 'warning',
  bad: 'failure',
};

export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');

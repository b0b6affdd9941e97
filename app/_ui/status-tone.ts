import type { IconName } from './icon';

/** What a thing wants of its reader: nothing, good to know, look here, something failed. */
export type Tone = 'plain' | 'ok' | 'warn' | 'bad';

export const toneIcon = {
  plain: 'info',
  ok: 'check',
  warn: 'warning',
  bad: 'failure',
} as const satisfies Record<Tone, IconName>;

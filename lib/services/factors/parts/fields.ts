import { z } from 'zod';

/** Six digits, or a recovery code, however it is grouped. */
export const code = z.string({ error: 'Enter a code.' }).trim().min(1, { error: 'Enter a code.' }).max(40, {
  error: 'This is no code.',
});

export const passkeyName = z
  .string({ error: 'Enter a name.' })
  .trim()
  .min(1, { error: 'Enter a name that says where the passkey is.' })
  .max(60, { error: 'At most 60 characters are possible.' })
  .regex(/^\P{C}*$/u, { error: 'A name has no control characters.' });

export const passkeyId = z
  .string({ error: 'Choose a passkey.' })
  .regex(/^[\w-]{1,100}$/, { error: 'Choose a passkey.' });

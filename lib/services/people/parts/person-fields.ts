import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import { roles } from '@/lib/domain/roles';
import type { Context } from '../../context';

export const email = z
  .string({ error: 'Enter an e-mail address.' })
  .trim()
  .toLowerCase()
  .pipe(
    z.email({ error: 'This is not an e-mail address.' }).max(254, { error: 'At most 254 characters are possible.' }),
  );

export const personName = z
  .string({ error: 'Enter a name.' })
  .trim()
  .min(1, { error: 'Enter a name.' })
  .max(100, { error: 'At most 100 characters are possible.' })
  .regex(/^\P{C}*$/u, { error: 'A name has no control characters.' });

export const role = z.enum(roles, { error: `Choose a role: ${roles.join(', ')}.` });

/** Rules of length and strength need the owner's name: `new-password.ts` has them. */
export const password = z.string({ error: 'Enter a password.' }).min(1, { error: 'Enter a password.' }).max(1024);

/** A box of a form, which sends nothing where it is not ticked; `true` by what is no form. */
export const ticked = z
  .union([z.literal('on'), z.boolean()])
  .default(false)
  .transform((value) => value !== false);

/** A person's id, or the e-mail address that the command line has. */
export const person = z.string({ error: 'Name a person.' }).trim().min(1).max(254);

export const personOf = (ctx: Context, idOrEmail: string, store = ctx.store): Promise<Person | null> =>
  idOrEmail.includes('@')
    ? store.people.byEmail(ctx.organisation.id, idOrEmail.toLowerCase())
    : store.people.byId(ctx.organisation.id, idOrEmail);

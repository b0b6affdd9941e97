import { z } from 'zod';
import { paramsOf, queryOf, readAddress, stateOf } from '../views/trends/address';
import { id } from './common';
import { trendsQuery } from './trend';

export const longestViewName = 60;
const longestAddress = 2000;

const name = z
  .string({ error: 'Enter a name' })
  .trim()
  .min(1, 'Enter a name')
  .max(longestViewName, `At most ${longestViewName} characters`)
  .regex(/^[^\p{Cc}\p{Surrogate}\u2028\u2029]*$/u, 'A name is one line without control characters');

/** Judged by what judges the page's own address, and kept in its shortest form. */
const address = z
  .string({ error: 'Open a trend, then save it' })
  .max(longestAddress, `At most ${longestAddress} characters`)
  .transform((text, ctx) => {
    const known = knownAddress(text);
    if (known.ok) return known.address;
    ctx.addIssue({ code: 'custom', message: known.fault });
    return z.NEVER;
  });

type Known =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly path: string; readonly fault: string };

/** The query of a trends address as it is written today, or what is wrong with it first. */
export function knownAddress(text: string): Known {
  const asked = readAddress(paramsOf(text));
  const [fault] = asked.faults;
  if (fault) return { ok: false, path: fault.path, fault: fault.message };
  const parsed = trendsQuery.safeParse(asked.query);
  if (parsed.success) {
    return { ok: true, address: queryOf(stateOf(parsed.data.metric, asked)) };
  }
  const [issue] = parsed.error.issues;
  return { ok: false, path: issue?.path.join('.') ?? '', fault: issue?.message ?? 'cannot be drawn' };
}

/** `forAll` as a box of a form says it. */
const forAll = z.literal('on').optional();

export const savedViewInput = z.strictObject({ name, address, forAll });
export const savedViewPath = z.strictObject({ id });
export const savedViewNameInput = z.strictObject({ id, name });
/** An empty id: none, Trends opens with adoption again. */
export const openingViewInput = z.strictObject({ id: z.union([z.literal(''), id]) });

import { z } from 'zod';
import { exportFormats } from '@/lib/views/exports/formats';
import { inOrder, outOfOrder, span } from './common';
import { trendPeriod } from './trend';

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const format = z.enum(exportFormats, { error: anyOf.format(exportFormats) }).default('csv');

/** All snapshots by default; weeks with their closes and changes; a trend exactly as it is shown; or every metric on two days. */
const of = z
  .enum(['snapshots', 'weeks', 'trend', 'compare'], { error: 'snapshots, weeks, trend or compare' })
  .default('snapshots');

export const exportQuery = z.strictObject({ format, of, ...span, ...trendPeriod });

/** A trend's own fields mean nothing to the others, so they are refused there. */
export const exportInput = exportQuery.refine(inOrder, outOfOrder).superRefine((asked, context) => {
  if (asked.of === 'trend') return;
  for (const field of ['metric', 'period', 'interval', 'compare'] as const) {
    if (asked[field] !== undefined) context.addIssue({ code: 'custom', path: [field], message: 'belongs to of=trend' });
  }
});

import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { AdoptionCounts } from '@/lib/domain/snapshot';

/** Ours, as Enpass names none: above it lies a mistake, not an organisation. */
const largestCount = 10_000_000;

// Adding zero turns JSON's -0 into 0, which databases and comparisons would otherwise tell apart.
const count = z
  .int()
  .min(0)
  .max(largestCount)
  .transform((n) => n + 0);

/** The 17 counts of Enpass help, "Adoption Summary API". Fields beside them are let through, and kept in the reading's body. */
const answerSchema = z.object({
  user_onboarding_overview: z.object({
    total_license: count,
    assigned_license: count,
    unassigned_license: count,
    activated_license: count,
    activation_pending: count,
    onboarded_users: count,
    app_setup_pending: count,
    using_enpass: count,
    usage_pending: count,
  }),
  enpass_app_usage_overview: z.object({
    added_items: count,
    connected_browser_extension: count,
    connected_browser_extension_pending: count,
    using_autofill: count,
    using_autofill_pending: count,
  }),
  enpass_active_users: z.object({ total_users: count, active_users: count, inactive_users: count }),
});

/** Documented for failed requests (Enpass help, "Error Handling & Troubleshooting"); looked for in what came with 200, too. */
const isRefusal = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'error' in json && json.error === true;

export type UnexpectedAnswer = { readonly kind: 'unexpected-answer'; readonly detail: string };

/** Enpass's parsed JSON to the 17 counts, flat. The first fault is named by field and reason, never by value. */
export function parseAnswer(json: unknown): Result<AdoptionCounts, UnexpectedAnswer> {
  if (isRefusal(json)) return unexpected('error is true');
  const parsed = answerSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return unexpected(faultOf(parsed.error.issues[0]));
  const { user_onboarding_overview, enpass_app_usage_overview, enpass_active_users } = parsed.data;
  return ok({ ...user_onboarding_overview, ...enpass_app_usage_overview, ...enpass_active_users });
}

const unexpected = (detail: string) => fail({ kind: 'unexpected-answer', detail });

function faultOf(issue: z.core.$ZodIssue | undefined): string {
  const path = issue?.path.join('.') ?? '';
  return path === '' ? 'the answer is not an object' : `${path} ${reasonOf(issue)}`;
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'too_small') return 'is negative';
  if (issue?.code === 'too_big') return `is above ${largestCount.toLocaleString('en-GB')}`;
  if (issue?.input === undefined) return 'is missing';
  return issue.code === 'invalid_type' && issue.expected === 'object' ? 'is not an object' : 'is not an integer';
}

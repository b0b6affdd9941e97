import type { AdoptionCounts } from '@/lib/domain/snapshot';

/** Enpass's documented shape for 17 flat counts: three objects. */
export function answerOf(c: AdoptionCounts) {
  return {
    user_onboarding_overview: {
      total_license: c.total_license,
      assigned_license: c.assigned_license,
      unassigned_license: c.unassigned_license,
      activated_license: c.activated_license,
      activation_pending: c.activation_pending,
      onboarded_users: c.onboarded_users,
      app_setup_pending: c.app_setup_pending,
      using_enpass: c.using_enpass,
      usage_pending: c.usage_pending,
    },
    enpass_app_usage_overview: {
      added_items: c.added_items,
      connected_browser_extension: c.connected_browser_extension,
      connected_browser_extension_pending: c.connected_browser_extension_pending,
      using_autofill: c.using_autofill,
      using_autofill_pending: c.using_autofill_pending,
    },
    enpass_active_users: {
      total_users: c.total_users,
      active_users: c.active_users,
      inactive_users: c.inactive_users,
    },
  };
}

export type Answer = ReturnType<typeof answerOf>;

/** The documented shape of a refusal. Its words must never turn up in a log, a page or an error of ours. */
export const refusal = { error: true, code: 'unknown_error', description: 'UPSTREAM-WORDS that nobody may repeat' };

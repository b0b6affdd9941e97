import type { AdoptionCounts } from '@/lib/domain/snapshot';

/** Enpass's documented example, with what a test wants otherwise. */
export const someCounts = (over: Partial<AdoptionCounts> = {}): AdoptionCounts => ({
  total_license: 500,
  assigned_license: 420,
  unassigned_license: 80,
  activated_license: 350,
  activation_pending: 70,
  onboarded_users: 300,
  app_setup_pending: 50,
  using_enpass: 260,
  usage_pending: 40,
  added_items: 260,
  connected_browser_extension: 200,
  connected_browser_extension_pending: 60,
  using_autofill: 180,
  using_autofill_pending: 80,
  total_users: 320,
  active_users: 260,
  inactive_users: 60,
  ...over,
});

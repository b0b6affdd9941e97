import type { Role, TokenScope } from '@/lib/domain/roles';

export const roleWords: Record<Role, { readonly name: string; readonly may: string }> = {
  viewer: { name: 'Viewer', may: 'reads overview, trends and exports' },
  manager: { name: 'Manager', may: 'reads all numbers and reviews the week' },
  ops: { name: 'Ops', may: 'watches runs, refreshes and imports' },
  admin: { name: 'Admin', may: 'may do everything' },
};

export const scopeWords: Record<TokenScope, string> = {
  read: 'Read numbers and runs',
  refresh: 'Read, and refresh where you may',
  write: 'All that you may do by API',
};

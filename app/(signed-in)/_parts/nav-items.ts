import type { Actor } from '@/lib/domain/roles';
import { actorMay, type Permission } from '@/lib/domain/roles';
import type { IconName } from '../../_ui/icon';

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly needs: Permission;
  /** What has no place of its own and belongs here. */
  readonly also?: string;
};

/** Every place of the navigation, in order, of which a phone shows the first four; a place its reader may not enter is absent. */
const places: readonly NavItem[] = [
  { href: '/', label: 'Overview', icon: 'overview', needs: 'adoption:see' },
  { href: '/trends', label: 'Trends', icon: 'trends', needs: 'adoption:see' },
  { href: '/weeks', label: 'Weekly', icon: 'calendar', needs: 'adoption:see', also: '/annotations' },
  { href: '/targets', label: 'Targets', icon: 'target', needs: 'adoption:see' },
  { href: '/compare', label: 'Compare', icon: 'compare', needs: 'adoption:see' },
  { href: '/runs', label: 'Runs', icon: 'runs', needs: 'run:see' },
  { href: '/methodology', label: 'Methodology', icon: 'book', needs: 'adoption:see' },
  { href: '/settings', label: 'Settings', icon: 'settings', needs: 'organisation:manage' },
];

export const navItemsFor = (actor: Actor): NavItem[] => places.filter(({ needs }) => actorMay(actor, needs));

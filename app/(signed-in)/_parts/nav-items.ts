import type { Actor } from '@/lib/domain/roles';
import { actorMay, type Permission } from '@/lib/domain/roles';
import {
  annotationsPath,
  comparePath,
  methodologyPath,
  overviewPath,
  runsPath,
  settingsPath,
  targetsPath,
  trendsPath,
  weeksPath,
} from '@/lib/views/paths';
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
  { href: overviewPath(), label: 'Overview', icon: 'overview', needs: 'adoption:see' },
  { href: trendsPath(), label: 'Trends', icon: 'trends', needs: 'adoption:see' },
  { href: weeksPath(), label: 'Weekly', icon: 'calendar', needs: 'adoption:see', also: annotationsPath() },
  { href: targetsPath(), label: 'Targets', icon: 'target', needs: 'adoption:see' },
  { href: comparePath(), label: 'Compare', icon: 'compare', needs: 'adoption:see' },
  { href: runsPath(), label: 'Runs', icon: 'runs', needs: 'run:see' },
  { href: methodologyPath(), label: 'Methodology', icon: 'book', needs: 'adoption:see' },
  { href: settingsPath(), label: 'Settings', icon: 'settings', needs: 'organisation:manage' },
];

export const navItemsFor = (actor: Actor): NavItem[] => places.filter(({ needs }) => actorMay(actor, needs));

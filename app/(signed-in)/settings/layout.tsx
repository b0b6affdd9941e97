import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { actorMay } from '@/lib/domain/roles';
import { auditPath, connectionPath, peoplePath, settingsPath, signInSettingsPath } from '@/lib/views/paths';
import { enter } from '../../_doors/enter/enter';
import { PageHead } from '../../_ui/page-head';
import { NavLink } from '../_parts/nav-link';
import '../_parts/sets-main.css';
import './settings.css';

export const metadata: Metadata = { title: { default: 'Settings', template: '%s, Settings · Adoption' } };

const pages = [
  { href: settingsPath(), label: 'Organisation' },
  { href: connectionPath(), label: 'Connection' },
  { href: peoplePath(), label: 'People and roles' },
  { href: signInSettingsPath(), label: 'Sign-in' },
  { href: auditPath(), label: 'Audit log' },
] as const;

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await enter();
  // Whoever is refused reads that alone, not under the head of what is not theirs.
  if (!actorMay(actor, 'organisation:manage')) return children;
  return (
    <>
      <PageHead title="Settings" />
      <div className="sets">
        <nav className="subnav" aria-label="Settings">
          <ul>
            {pages.map(({ href, label }) => (
              <li key={href}>
                <NavLink href={href} exact={href === settingsPath()}>
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="sets-main">{children}</div>
      </div>
    </>
  );
}

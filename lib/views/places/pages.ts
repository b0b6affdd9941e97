import type { May, Permission } from '@/lib/domain/roles';
import {
  accountPath,
  annotationsPath,
  apiDocsPath,
  auditPath,
  capturedDaysPath,
  comparePath,
  connectionPath,
  methodologyPath,
  overviewPath,
  peoplePath,
  runsPath,
  secondFactorPath,
  settingsPath,
  signInSettingsPath,
  targetsPath,
  trendsPath,
  weeksPath,
} from '../paths';
import type { Place } from './place';

type Page = Place & { readonly needs: Permission };

const page = (label: string, href: string, needs: Permission, words: string): Page => ({
  kind: 'page',
  label,
  detail: '',
  href,
  needs,
  words,
});

const setting = (label: string, href: string, needs: Permission, words: string): Page => ({
  ...page(label, href, needs, words),
  kind: 'setting',
});

const pages: readonly Page[] = [
  page('Overview', overviewPath(), 'adoption:see', 'home start journey licences attention'),
  page('Trends', trendsPath(), 'adoption:see', 'chart line history'),
  page('Weekly', weeksPath(), 'adoption:see', 'weeks reviews search'),
  page('Targets', targetsPath(), 'adoption:see', 'goals forecast'),
  page('Compare', comparePath(), 'adoption:see', 'two days side by side'),
  page('Annotations', annotationsPath(), 'adoption:see', 'events campaigns reminders training'),
  page('Runs', runsPath(), 'run:see', 'snapshots calendar failures refresh'),
  page('Missing days', runsPath('gaps'), 'run:see', 'gaps'),
  page('Captured days by year', capturedDaysPath(), 'run:see', 'calendar gaps missing'),
  page('Failed runs', runsPath('history', { outcome: 'failed' }), 'run:see', 'failures errors history'),
  page('Import old numbers', runsPath('import'), 'history:import', 'csv json upload file'),
  page('Methodology', methodologyPath(), 'adoption:see', 'definitions meaning rules help'),
  setting('Organisation', settingsPath(), 'organisation:manage', 'settings name time zone capture time'),
  setting('Enpass connection', connectionPath(), 'connection:manage', 'settings base url token test'),
  setting('People', peoplePath(), 'people:manage', 'settings users roles invite disable'),
  setting('Sign-in', signInSettingsPath(), 'people:manage', 'settings single sign-on sso oidc password provider'),
  setting('Audit log', auditPath(), 'audit:see', 'settings who did what denied security export'),
  setting('Account and sessions', accountPath(), 'self:manage', 'password sign out devices'),
  setting('Second factor', secondFactorPath(), 'self:manage', 'passkeys app codes recovery authenticator totp 2fa'),
  setting('API tokens', accountPath(), 'self:manage', 'programs scripts account'),
  setting('API', apiDocsPath(), 'adoption:see', 'openapi programs documentation'),
];

/** The pages that whoever asks may enter. */
export const pagesFor = (may: May): Place[] =>
  pages.filter(({ needs }) => may(needs)).map(({ needs: _, ...place }) => place);

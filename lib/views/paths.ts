import type { MetricId } from '@/lib/domain/metrics/adoption';
import type { Period } from '@/lib/domain/period';
import type { RunFilter } from '@/lib/domain/run-filter';
import type { Interval, TrendPreset } from '@/lib/domain/trend-span';
import type { Week } from '@/lib/domain/week';
import type { ExportFormat, ExportSubject } from './exports/formats';

export const overviewPath = () => '/';

export type TrendsQuery = Partial<Period> & {
  readonly metric?: MetricId | readonly MetricId[];
  readonly period?: TrendPreset | 'dates';
  readonly interval?: Interval | undefined;
  readonly show?: readonly string[] | undefined;
};
export const trendsPath = (query: TrendsQuery = {}) => address('/trends', query);

/** An address of the trends page as a saved view keeps it: the query alone. */
export const savedTrendsPath = (query: string) => `/trends?${query}`;
/** The list of saved views, with a form for one more when there is something to save. */
export const savedViewsPath = (query?: string) => address('/trends/views', { save: query });

export const comparePath = (days?: Period) => address('/compare', { from: days?.from, to: days?.to });

/** All weeks, or those whose reviews say `q`. */
export const weeksPath = (page?: Partial<Page> & { readonly q?: string | undefined }) =>
  address('/weeks', { q: page?.q, cursor: page?.cursor });
export const weekPath = (week: Week) => `/weeks/${part(week)}`;
export const revisionPath = (week: Week, number: number) => `${weekPath(week)}/revisions/${number}`;
/** A form names the week. */
export const draftPath = (week: string) => `/weeks/${part(week)}/draft`;

export const targetsPath = () => '/targets';
export const targetPath = (id: string) => `/targets/${part(id)}`;

export const annotationsPath = (page?: Page) => address('/annotations', { cursor: page?.cursor });
export const annotationPath = (id: string) => `/annotations/${part(id)}`;
/** The form for an annotation, its days filled in. */
export const annotatePath = ({ from, to }: Period) =>
  address('/annotations', { from, to: from === to ? undefined : to }, 'add');

/** The history may be filtered. */
export const runsPath = (at?: 'gaps' | 'history' | 'import', { cursor, ...filter }: RunFilter & Partial<Page> = {}) =>
  address('/runs', { ...filter, cursor }, at);
export const runPath = (id: string) => `/runs/${part(id)}`;
/** A year of captured days and its gaps; this year's where none is named. */
export const capturedDaysPath = (year?: number, at?: 'gaps') =>
  address('/runs/days', { year: year === undefined ? undefined : String(year) }, at);
export const runProgressPath = (id: string) => `/runs/${part(id)}/progress`;
export const importTemplatePath = () => '/runs/template.csv';

/** The definition of a metric, by its id, or of a word, by that of `definitions`. */
export const methodologyPath = (at?: string) => address('/methodology', {}, at);
/** What the palette looks in. */
export const placesPath = () => '/places';
export const accountPath = () => '/account';
/** Where second factors are set up. */
export const secondFactorPath = () => '/account/second-factor';
/** Where one proves again who one is; `to` is where to go on afterwards. */
export const confirmPath = (to?: string) => address('/account/confirm', { to });
export const settingsPath = () => '/settings';
export const connectionPath = () => '/settings/connection';
export const peoplePath = () => '/settings/people';
export const signInSettingsPath = () => '/settings/sign-in';
export type AuditQuery = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
};
export const auditPath = (query: AuditQuery & Partial<Page> = {}) => address('/settings/audit', query);
export const auditFilePath = (format: 'csv' | 'ndjson', query: AuditQuery = {}) =>
  address('/api/v1/audit', { format, ...query });
export const personPath = (id: string) => `/settings/people/${part(id)}`;

/** `to` is where to go on afterwards; the overview needs no mention. `error` is the kind of what kept somebody out. */
export const signInPath = (to = overviewPath(), error?: string) =>
  address('/sign-in', { error, to: to === overviewPath() ? undefined : to });
/** The form of the identity provider's button, and where the provider sends people back to. */
export const providerSignInPath = () => '/api/auth/signin/oidc';
export const providerCallbackPath = () => '/api/auth/callback/oidc';
export const setUpPath = () => '/set-up';
/** Where a link that works once leads. */
export const linkPath = (kind: 'set-up' | 'invitation' | 'password-reset', secret: string) =>
  `/${kind}/${part(secret)}`;

export type ExportQuery = Omit<TrendsQuery, 'show'> & {
  readonly format: ExportFormat;
  readonly of: ExportSubject;
  readonly compare?: 'previous' | undefined;
};
export const exportPath = (query: ExportQuery) => address('/api/v1/export', query);
export const apiDocsPath = () => '/api/v1/docs';
export const openApiPath = () => '/api/v1/openapi.json';

export const securityTextPath = () => '/.well-known/security.txt';
export const manifestPath = () => '/manifest.webmanifest';
export const iconPath = () => '/icon.svg';
export const touchIconPath = () => '/apple-touch-icon.png';

/** A page of a long list. */
type Page = { readonly cursor: string };

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is undefined is left out; a list is said once for each of its entries. */
function address(path: string, query: Query, anchor?: string): string {
  const said = Object.entries(query).flatMap(([name, value]) => listOf(value).map((one) => [name, one]));
  const search = said.length > 0 ? `?${new URLSearchParams(said)}` : '';
  return path + search + (anchor === undefined ? '' : `#${anchor}`);
}

const listOf = (value: Query[string]): readonly string[] => (typeof value === 'string' ? [value] : (value ?? []));

const part = encodeURIComponent;

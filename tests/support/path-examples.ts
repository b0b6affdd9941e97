import * as paths from '@/lib/views/paths';

const days = { from: '2026-09-01', to: '2026-11-23' } as const;

/** Every function of `paths.ts`: what it makes, and exactly what that is. */
export const pathExamples: Readonly<Record<keyof typeof paths, readonly (readonly [made: string, path: string])[]>> = {
  overviewPath: [[paths.overviewPath(), '/']],
  trendsPath: [
    [paths.trendsPath(), '/trends'],
    [paths.trendsPath({ metric: 'adoption' }), '/trends?metric=adoption'],
    [
      paths.trendsPath({ metric: ['adoption', 'usage'], period: 'dates', ...days, show: ['line', 'target'] }),
      '/trends?metric=adoption&metric=usage&period=dates&from=2026-09-01&to=2026-11-23&show=line&show=target',
    ],
    [paths.trendsPath({ period: '26w', interval: undefined, show: [] }), '/trends?period=26w'],
  ],
  savedTrendsPath: [[paths.savedTrendsPath('metric=adoption&period=12w'), '/trends?metric=adoption&period=12w']],
  savedViewsPath: [
    [paths.savedViewsPath(), '/trends/views'],
    [paths.savedViewsPath('metric=adoption&period=12w'), '/trends/views?save=metric%3Dadoption%26period%3D12w'],
  ],
  comparePath: [
    [paths.comparePath(), '/compare'],
    [paths.comparePath(days), '/compare?from=2026-09-01&to=2026-11-23'],
  ],
  weeksPath: [
    [paths.weeksPath(), '/weeks'],
    [paths.weeksPath({ cursor: 'a+b/c=' }), '/weeks?cursor=a%2Bb%2Fc%3D'],
    [paths.weeksPath({ q: 'Zoë & co', cursor: '2026-W47' }), '/weeks?q=Zo%C3%AB+%26+co&cursor=2026-W47'],
  ],
  weekPath: [[paths.weekPath('2026-W47'), '/weeks/2026-W47']],
  revisionPath: [[paths.revisionPath('2026-W47', 2), '/weeks/2026-W47/revisions/2']],
  draftPath: [
    [paths.draftPath('2026-W47'), '/weeks/2026-W47/draft'],
    [paths.draftPath('../runs?'), '/weeks/..%2Fruns%3F/draft'],
  ],
  targetsPath: [[paths.targetsPath(), '/targets']],
  targetPath: [[paths.targetPath('a/b?c#d'), '/targets/a%2Fb%3Fc%23d']],
  annotationsPath: [
    [paths.annotationsPath(), '/annotations'],
    [paths.annotationsPath({ cursor: '2026-11-23|7' }), '/annotations?cursor=2026-11-23%7C7'],
  ],
  annotationPath: [[paths.annotationPath('a&b'), '/annotations/a%26b']],
  annotatePath: [
    [paths.annotatePath(days), '/annotations?from=2026-09-01&to=2026-11-23#add'],
    [paths.annotatePath({ from: days.to, to: days.to }), '/annotations?from=2026-11-23#add'],
  ],
  runsPath: [
    [paths.runsPath(), '/runs'],
    [paths.runsPath('import'), '/runs#import'],
    [paths.runsPath('history', { cursor: 'a=b' }), '/runs?cursor=a%3Db#history'],
    [
      paths.runsPath('history', { outcome: 'failed', by: 'manual', from: days.from, to: days.to, cursor: 'c' }),
      '/runs?outcome=failed&by=manual&from=2026-09-01&to=2026-11-23&cursor=c#history',
    ],
  ],
  runPath: [[paths.runPath('a/b'), '/runs/a%2Fb']],
  capturedDaysPath: [
    [paths.capturedDaysPath(), '/runs/days'],
    [paths.capturedDaysPath(2025, 'gaps'), '/runs/days?year=2025#gaps'],
  ],
  runProgressPath: [[paths.runProgressPath('a/b'), '/runs/a%2Fb/progress']],
  importTemplatePath: [[paths.importTemplatePath(), '/runs/template.csv']],
  methodologyPath: [
    [paths.methodologyPath(), '/methodology'],
    [paths.methodologyPath('adoption'), '/methodology#adoption'],
  ],
  placesPath: [[paths.placesPath(), '/places']],
  accountPath: [[paths.accountPath(), '/account']],
  secondFactorPath: [[paths.secondFactorPath(), '/account/second-factor']],
  confirmPath: [
    [paths.confirmPath(), '/account/confirm'],
    [paths.confirmPath('/runs?cursor=x'), '/account/confirm?to=%2Fruns%3Fcursor%3Dx'],
  ],
  settingsPath: [[paths.settingsPath(), '/settings']],
  connectionPath: [[paths.connectionPath(), '/settings/connection']],
  signInSettingsPath: [[paths.signInSettingsPath(), '/settings/sign-in']],
  providerSignInPath: [[paths.providerSignInPath(), '/api/auth/signin/oidc']],
  providerCallbackPath: [[paths.providerCallbackPath(), '/api/auth/callback/oidc']],
  peoplePath: [[paths.peoplePath(), '/settings/people']],
  auditPath: [
    [paths.auditPath(), '/settings/audit'],
    [paths.auditPath({ action: 'denied', cursor: '7' }), '/settings/audit?action=denied&cursor=7'],
  ],
  auditFilePath: [[paths.auditFilePath('csv', { actor: 'job' }), '/api/v1/audit?format=csv&actor=job']],
  personPath: [[paths.personPath('a/b'), '/settings/people/a%2Fb']],
  signInPath: [
    [paths.signInPath(), '/sign-in'],
    [paths.signInPath('/'), '/sign-in'],
    [paths.signInPath('/trends?metric=usage#h'), '/sign-in?to=%2Ftrends%3Fmetric%3Dusage%23h'],
    [paths.signInPath('/runs', 'provider-away'), '/sign-in?error=provider-away&to=%2Fruns'],
  ],
  setUpPath: [[paths.setUpPath(), '/set-up']],
  linkPath: [
    [paths.linkPath('set-up', 'a-_9'), '/set-up/a-_9'],
    [paths.linkPath('invitation', 'a/b'), '/invitation/a%2Fb'],
    [paths.linkPath('password-reset', 'a b'), '/password-reset/a%20b'],
  ],
  exportPath: [
    [paths.exportPath({ format: 'csv', of: 'snapshots' }), '/api/v1/export?format=csv&of=snapshots'],
    [
      paths.exportPath({ format: 'xlsx', of: 'weeks', ...days }),
      '/api/v1/export?format=xlsx&of=weeks&from=2026-09-01&to=2026-11-23',
    ],
    [
      paths.exportPath({ format: 'json', of: 'trend', metric: ['usage'], period: '4w', compare: 'previous' }),
      '/api/v1/export?format=json&of=trend&metric=usage&period=4w&compare=previous',
    ],
  ],
  apiDocsPath: [[paths.apiDocsPath(), '/api/v1/docs']],
  openApiPath: [[paths.openApiPath(), '/api/v1/openapi.json']],
  securityTextPath: [[paths.securityTextPath(), '/.well-known/security.txt']],
  manifestPath: [[paths.manifestPath(), '/manifest.webmanifest']],
  iconPath: [[paths.iconPath(), '/icon.svg']],
  touchIconPath: [[paths.touchIconPath(), '/apple-touch-icon.png']],
};

import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { environmentSchema } from '@/lib/config/environment';
import { bodyLimits } from '@/server/body-limits';
import { routePaths } from '@/tests/support/api';
import { isPinned, longestEndSeconds } from './images';

type Probe = { readonly httpGet: { readonly path: string; readonly port: string } };
type Container = {
  readonly image: string;
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly env: readonly { readonly name: string; readonly value?: string }[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  readonly lifecycle: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
} & Readonly<Record<'startupProbe' | 'livenessProbe' | 'readinessProbe', Probe>>;
type Pod = { readonly containers: readonly [Container]; readonly terminationGracePeriodSeconds: number };
type Manifest = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: Readonly<Record<string, unknown>> & { readonly template?: { readonly spec: Pod } };
};

const manifestsOf = (name: string): Manifest[] =>
  parseAllDocuments(readFileSync(`docs/kubernetes/${name}.yaml`, 'utf8')).map((document) => document.toJS());

describe.each(['sqlite', 'postgresql'])('the example for %s', (name) => {
  const manifests = manifestsOf(name);
  const [pod] = manifests.flatMap(({ spec }) => (spec.template === undefined ? [] : [spec.template.spec]));
  if (pod === undefined) throw new Error('it has no pod');
  const [container] = pod.containers;

  test('is what Kubernetes’ own schemas ask for', async () => {
    for (const manifest of manifests) {
      const models = `kubernetes-models/${manifest.apiVersion}/${manifest.kind}`;
      const { [manifest.kind]: Model } = await import(/* @vite-ignore */ models);
      expect(() => new Model(manifest).validate(), manifest.kind).not.toThrow();
    }
  });

  test('fits the restricted profile, and writes into its volume alone', () => {
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 10001,
        fsGroup: 10001,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(container).toMatchObject({
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    });
    const dataDir = settingOf(container, 'DATA_DIR') ?? '';
    // A folder that a volume's group may look into is a warning in the log.
    expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toEqual(['/data', '/tmp']);
    expect(dataDir).toMatch(/^\/data\/\w+$/);
    expect(readFileSync('Dockerfile', 'utf8')).toContain('USER 10001:10001');
  });

  test('is of one version, tells the application what it knows, and takes its secrets by reference', () => {
    expect(isPinned(container.image)).toBe(true);
    expect(container.env.filter((one) => !(one.name in environmentSchema.shape))).toEqual([]);
    expect(container.env.filter((one) => /KEY|SECRET|TOKEN|PASSWORD|DATABASE_URL/.test(one.name))).toEqual([]);
    expect(container).toMatchObject({ envFrom: [{ secretRef: { name: 'adoption' } }] });
    expect(manifests.map(({ kind }) => kind)).not.toContain('Secret');
  });

  test('asks for health where the application answers', () => {
    const { startupProbe, livenessProbe, readinessProbe } = container;
    const paths = [startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet.path);
    expect(paths).toEqual(['/api/health/live', '/api/health/live', '/api/health/ready']);
    expect(paths.filter((path) => !routePaths().includes(path))).toEqual([]);
    expect(String(container.ports[0]?.containerPort)).toBe(settingOf(container, 'PORT'));
  });

  test('gives it time to end, and old numbers room to come in', () => {
    const { seconds } = container.lifecycle.preStop.sleep;
    expect(pod.terminationGracePeriodSeconds - seconds).toBeGreaterThan(longestEndSeconds);
    const { annotations = {} } = manifests.find(({ kind }) => kind === 'Ingress')?.metadata ?? {};
    const size = /^(\d+)m$/.exec(annotations['nginx.ingress.kubernetes.io/proxy-body-size'] ?? '')?.[1];
    expect(Number(size) * 1024 * 1024).toBeGreaterThan(bodyLimits.file);
    expect(Number(annotations['nginx.ingress.kubernetes.io/proxy-read-timeout'])).toBeGreaterThan(75);
  });
});

test('no example has a field that Kubernetes does not know', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { selektor: {} } };
  const wrong = mistyped([...manifestsOf('sqlite'), ...manifestsOf('postgresql'), service]);
  expect(wrong).toEqual([expect.stringContaining(`'"selektor"' does not exist in type 'IServiceSpec'`)]);
}, 60_000);

test('SQLite has one instance, which ends before the next one starts; PostgreSQL serves two that keep what they know', () => {
  const [sqlite] = manifestsOf('sqlite').filter(({ kind }) => kind === 'Deployment');
  expect(sqlite?.spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  const [postgresql] = manifestsOf('postgresql').filter(({ kind }) => kind === 'StatefulSet');
  expect(postgresql?.spec).toMatchObject({ replicas: 2, volumeClaimTemplates: [{ metadata: { name: 'data' } }] });
});

const settingOf = ({ env }: Container, wanted: string): string | undefined =>
  env.find(({ name }) => name === wanted)?.value;

/** What TypeScript finds wrong in manifests that are written as literals of Kubernetes' published types. */
function mistyped(manifests: readonly Manifest[]): string[] {
  const source = manifests
    .map(
      ({ apiVersion, kind }, at) =>
        `import type { I${kind} as T${at} } from 'kubernetes-models/${apiVersion}/${kind}';`,
    )
    .concat(manifests.map((manifest, at) => `export const m${at}: T${at} = ${JSON.stringify(manifest)};`))
    .join('\n');
  const file = `${process.cwd()}/manifests.virtual.ts`;
  const options: ts.CompilerOptions = {
    strict: true,
    types: [],
    lib: ['lib.es5.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, version, ...more) =>
    name === file ? ts.createSourceFile(name, source, version) : getSourceFile(name, version, ...more);
  const program = ts.createProgram([file], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

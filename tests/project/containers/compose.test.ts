import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { environmentSchema } from '@/lib/config/environment';
import { isPinned, longestEndSeconds } from './images';

type Service = {
  readonly image: string;
  readonly user: string;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
} & Readonly<Record<string, unknown>>;

const { services, volumes }: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
  readFileSync('compose.yaml', 'utf8'),
);
const { app, database } = services;

describe.each(Object.entries(services))('the service %s', (_, service) => {
  test('runs as nobody of this machine, may do nothing but its work, and writes into its volume alone', () => {
    expect(service).toMatchObject({
      user: expect.stringMatching(/^[1-9]\d{2,}:[1-9]\d{2,}$/),
      read_only: true,
      tmpfs: expect.arrayContaining(['/tmp']),
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(service.privileged).toBeUndefined();
    expect(service.volumes.map((volume) => volume.split(':')[0]).every((name = '') => name in volumes)).toBe(true);
  });

  test('is of one version', () => expect(isPinned(service.image)).toBe(true));

  test('opens nothing to the network', () => {
    expect((service.ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });
});

test('without a profile there is the application alone, on SQLite; PostgreSQL comes with its own', () => {
  expect(Object.keys(services)).toEqual(['app', 'database']);
  expect(app?.profiles).toBeUndefined();
  expect(app?.environment.DATABASE_URL).toBeUndefined();
  expect(database?.profiles).toEqual(['postgresql']);
});

test('the application is told what it knows, is given its time to end, and is who the image says', () => {
  expect(Object.keys(app?.environment ?? {}).filter((name) => !(name in environmentSchema.shape))).toEqual([]);
  expect(Number.parseInt(String(app?.stop_grace_period), 10)).toBeGreaterThan(longestEndSeconds);
  const image = readFileSync('Dockerfile', 'utf8');
  expect(image).toContain(`\nUSER ${app?.user}\n`);
  expect(image).toContain(`PORT=${app?.environment.PORT} DATA_DIR=${app?.environment.DATA_DIR}\n`);
  expect(app?.volumes).toEqual([`data:${app?.environment.DATA_DIR}`]);
});

test('it bears the version of the project', () => {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(app?.image).toBe(`${name}:${version}`);
});

test('no password stands in it', () => {
  expect(database?.environment.POSTGRES_PASSWORD).toBe(`\${POSTGRES_PASSWORD:-}`);
  expect(app?.env_file).toEqual([{ path: '.env', required: false }]);
});

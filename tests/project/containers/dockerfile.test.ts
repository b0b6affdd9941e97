import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { environmentSchema } from '@/lib/config/environment';
import { routePaths } from '@/tests/support/api';
import { freePort } from '@/tests/support/free-port';

const text = readFileSync('Dockerfile', 'utf8');
const parsed = DockerfileParser.parse(text);
const last = text.slice(text.lastIndexOf('\nFROM '));
const lineOf = (instruction: string): string =>
  new RegExp(`^${instruction} ((?:.*\\\\\\n)*.*)`, 'm').exec(last)?.[1] ?? '';
const command = (instruction: string): string[] => JSON.parse(/\[.*\]/.exec(lineOf(instruction))?.[0] ?? '[]');

test('the image is described without a fault', () => {
  expect(validate(text).map(({ message }) => message)).toEqual([]);
  expect(parsed.getInstructions().map((one) => one.getKeyword())).not.toContain('ADD');
});

test('it stands on a small image of the Node that is fetched elsewhere, by its exact version', () => {
  const [, version] = /^ARG NODE_IMAGE=node:(\d+\.\d+\.\d+)-\w+-slim$/m.exec(text) ?? [];
  const releases = JSON.parse(readFileSync('scripts/parts/node-releases.json', 'utf8'));
  expect(version).toBe(releases['linux-x64']['24'].version);
  const from = parsed.getFROMs().map((one) => one.getImage());
  expect(from).toEqual([`\${NODE_IMAGE}`, `\${NODE_IMAGE}`]);
});

test('it runs as nobody of this machine, and ends by the signal that the application ends by', () => {
  expect(lineOf('USER')).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
  expect(lineOf('RUN')).toContain(`-o ${lineOf('USER').split(':')[0]} `);
  expect(lineOf('STOPSIGNAL')).toBe('SIGTERM');
  expect(command('CMD')).toEqual(['node', 'start.mjs']);
});

test('it sets nothing that the application does not know, and no secret', () => {
  const set = [...lineOf('ENV').matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name = '']) => name);
  expect(set).toEqual(['NODE_ENV', 'HOST', 'PORT', 'DATA_DIR']);
  expect(set.slice(1).filter((name) => !(name in environmentSchema.shape))).toEqual([]);
  expect(lineOf('ENV')).toContain(`PORT=${lineOf('EXPOSE')} `);
  expect(lineOf('ENV')).toContain(`DATA_DIR=${lineOf('VOLUME')}`);
});

test('nothing that is secret or made on this machine is sent to the builder', () => {
  const left = readFileSync('.dockerignore', 'utf8').split('\n');
  expect(left).toEqual(expect.arrayContaining(['.git', '.env*', 'data', '**/node_modules', '**/*.backup', 'build']));
});

test('its health is asked for by Node itself: 0 when it answers, 1 when it does not', async () => {
  const [program = '', ...args] = command('HEALTHCHECK');
  const [, path] = /(\/api\/[a-z/]+)/.exec(args.join(' ')) ?? [];
  expect(program).toBe('node');
  expect(routePaths()).toContain(path);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(asked.length === 1 ? 200 : 503).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const health = async (port: number) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, PORT: String(port) }, stdio: 'ignore' });
    return (await once(child, 'exit'))[0];
  };
  const { port } = server.address() as AddressInfo;
  expect([await health(port), await health(port), await health(await freePort())]).toEqual([0, 1, 1]);
  expect(asked).toEqual([path, path]);
  server.close();
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const places = ['Dockerfile', 'compose.yaml', 'docs/upgrade.md', ...under('docs/kubernetes')];

test('README leads to each way of running it, and to what upgrading takes', () => {
  expect(places.filter((place) => !existsSync(place) || !readme.includes(place))).toEqual([]);
  expect(readme).toMatch(/^\*\*In a container\.\*\* /m);
  expect(readme).toMatch(/^\*\*On Kubernetes\.\*\* /m);
});

test('what docs/upgrade.md says of each new setting is a setting', () => {
  const upgrade = readFileSync('docs/upgrade.md', 'utf8');
  const settings = readFileSync('.env.example', 'utf8');
  const named = [...upgrade.matchAll(/`([A-Z]+_[A-Z_]+)`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !settings.includes(`# ${name}=`))).toEqual([]);
});

function under(folder: string): string[] {
  return readdirSync(folder).map((name) => `${folder}/${name}`);
}

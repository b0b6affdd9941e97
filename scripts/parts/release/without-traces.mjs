import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.mjs';

/**
 * Takes out of the built application what it has of the machine and the hour it was built in: the folder's name, and the keys
 * that Next draws for each build. In a release they would be known to everybody, so nothing may rest on them: nothing is sealed for
 * an action (each `'use server'` stands at the head of its file), and server/without-next-keys.ts lets nobody speak to Next with the others.
 */
export function withoutTraces(folder) {
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const preview = Object.values(read('.next/server/preview-props.json')).map((key) => [
    key,
    publicKey(key.length, product(read)),
  ]);
  const { encryptionKey } = read('.next/server/server-reference-manifest.json');
  change(folder, keepers, [...preview, [encryptionKey, '']]);
  change(folder, ['.next/required-server-files.json'], [[root, '.']]);
}

const keepers = [
  '.next/prerender-manifest.json',
  ...['preview-props.json', 'server-reference-manifest.json', 'server-reference-manifest.js'].map(
    (name) => `.next/server/${name}`,
  ),
];

const product = (read) => read('package.json').version;

/** Of the same form, and the same for each build of a version. */
const publicKey = (length, version) => createHash('sha256').update(`public ${version}`).digest('hex').slice(0, length);

function change(folder, names, pairs) {
  for (const name of names.map((one) => join(folder, one)).filter((path) => existsSync(path))) {
    const text = pairs.reduce((so, [from, to]) => so.replaceAll(from, to), readFileSync(name, 'utf8'));
    writeFileSync(name, text);
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inProject } from '../project.mjs';

const isLicence = (name) =>
  /^(licen[cs]e|copying|notice)(\b|_|$)/i.test(name) && !/\.(js|ts|mjs|cjs|json)$/i.test(name);
const rule = '='.repeat(78);

/** The licences of everything inside that others wrote, in one text. */
export function thirdPartyLicences(packages, folder) {
  const texts = packages.map((one) => section(`${one.name} ${one.version}`, textOf(one)));
  const within = compiledIntoNext(folder).map(({ name, text }) => section(`${name} (inside next)`, text));
  return [
    `What this release holds of others: ${packages.length} packages, under these licences.\n`,
    ...texts,
    ...within,
  ].join('\n');
}

const section = (head, text) => `${rule}\n${head}\n${rule}\n\n${text.trim()}\n`;

function textOf({ from, license, author }) {
  const files = readdirSync(from).filter(isLicence).sort();
  if (files.length > 0) return files.map((name) => readFileSync(join(from, name), 'utf8')).join('\n\n');
  return `${license}${author === null ? '' : `, by ${author}`}. The package brings no text of its licence: see https://spdx.org/licenses/.`;
}

/** Next ships packages of others inside its own, each in a folder with its licence; of these the release holds some. */
function compiledIntoNext(folder) {
  const compiled = 'node_modules/next/dist/compiled';
  return readdirSync(inProject(compiled), { recursive: true, encoding: 'utf8' })
    .filter((name) => isLicence(basename(name)) && existsSync(join(folder, compiled, dirname(name))))
    .sort()
    .map((name) => ({ name: dirname(name), text: readFileSync(inProject(compiled, name), 'utf8') }));
}

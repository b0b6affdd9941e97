import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** How the registry hands its package out: as it is, other bytes than it says, or half of it and then nothing. */
type Manner = 'whole' | 'other bytes' | 'stalls';

/** `says`: what its Node answers when it is asked for its version, instead of that. */
type Said = { readonly version: string; readonly says?: string | undefined };

/** A package registry that holds one package: a Node that is this one under another version, as a real one is packed. */
export async function startNodeRegistry(folder: string, { version, says }: Said) {
  const name = 'node-for-tests';
  const tarball = packNode(folder, { name, version, says });
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  let manner: Manner = 'whole';
  let downloads = 0;
  const server = createServer((request, response) => {
    if (request.url === `/${name}`) tell(response, `http://${request.headers.host}/${name}.tgz`);
    else if (request.url === `/${name}.tgz`) send(response);
    else response.writeHead(404).end();
  });
  const tell = (response: ServerResponse, url: string) =>
    response.end(
      JSON.stringify({ name, versions: { [version]: { name, version, dist: { tarball: url, integrity } } } }),
    );
  const send = (response: ServerResponse) => {
    downloads++;
    if (manner === 'whole') response.end(tarball);
    else if (manner === 'other bytes') response.end(packNode(folder, { name, version, says: 'something else' }));
    else response.writeHead(200, { 'content-length': tarball.length }).write(tarball.subarray(0, 40));
  };
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    release: { package: name, version, integrity },
    downloads: () => downloads,
    behave: (as: Manner) => {
      manner = as;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Packed = { readonly name: string; readonly version: string; readonly says?: string | undefined };

function packNode(folder: string, { name, version, says = `v${version}` }: Packed): Buffer {
  const bin = join(folder, 'package/bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(folder, 'package/package.json'), JSON.stringify({ name, version }));
  const script = `#!/bin/sh\nif [ "$1" = --version ]; then echo "${says}"; else exec "${process.execPath}" "$@"; fi\n`;
  writeFileSync(join(bin, 'node'), script, { mode: 0o755 });
  execFileSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: folder });
  return readFileSync(join(folder, 'package.tgz'));
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** Writes a certificate for localhost under the names that docs/reverse-proxies.md gives it; answers it. */
export async function writeCertificate(folder: string): Promise<string> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  writeFileSync(join(folder, 'adoption.crt'), cert);
  writeFileSync(join(folder, 'adoption.key'), key, { mode: 0o600 });
  writeFileSync(join(folder, 'adoption.pem'), `${cert}\n${key}`, { mode: 0o600 });
  return cert;
}

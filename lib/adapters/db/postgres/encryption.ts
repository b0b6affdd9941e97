import type { Words } from './url-words';

/**
 * How the connection is encrypted. `default` says nothing: PGSSLMODE, else none. `trusted` checks who signed the server's
 * certificate, `named` also for whom.
 */
export type Encryption = 'default' | 'none' | 'unchecked' | 'trusted' | 'named';

/** As libpq reads the words, but for `require`, which checks the certificate as node-postgres does (decision 44). */
export function encryptionOf(words: Words): Encryption {
  const mode = words.sslmode ?? modeOfSsl[words.ssl ?? ''] ?? (asksForTls(words) ? 'require' : undefined);
  switch (mode) {
    case undefined:
      return 'default';
    case 'disable':
      return 'none';
    case 'no-verify':
      return 'unchecked';
    case 'verify-ca':
      return 'trusted';
    case 'require':
      return required(words);
    default:
      return 'named';
  }
}

/** Reads on from "DATABASE_URL". */
export function encryptionFaults(words: Words): string[] {
  const faults: string[] = [];
  if (words.sslmode === 'verify-ca' && (words.sslrootcert ?? 'system') === 'system')
    faults.push('has sslmode=verify-ca, which needs sslrootcert, the file of the authority that signed');
  if ((words.sslcert === undefined) !== (words.sslkey === undefined))
    faults.push('has one of sslcert and sslkey, which need each other');
  if (encryptionOf(words) === 'none' && words.channel_binding === 'require')
    faults.push('switches encryption off and has channel_binding=require, which needs it');
  if (encryptionOf(words) === 'none' && asksForTls(words))
    faults.push('switches encryption off and has words that need it (sslrootcert, sslcert, sslnegotiation, sslaccept)');
  return faults;
}

const asksForTls = ({ sslrootcert, sslcert, sslnegotiation, sslaccept }: Words): boolean =>
  (sslrootcert ?? sslcert ?? sslaccept) !== undefined || sslnegotiation === 'direct';

const modeOfSsl: Readonly<Record<string, string | undefined>> = {
  true: 'require',
  '1': 'require',
  false: 'disable',
  '0': 'disable',
  'no-verify': 'no-verify',
};

function required({ sslaccept, sslrootcert, uselibpqcompat }: Words): Encryption {
  if (sslaccept === 'accept_invalid_certs') return 'unchecked';
  if (uselibpqcompat !== 'true') return 'named';
  return sslrootcert === undefined ? 'unchecked' : 'trusted';
}

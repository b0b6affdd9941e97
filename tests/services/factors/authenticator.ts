import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import type { CreationAnswer, CreationOptions, RequestAnswer, RequestOptions } from '@/lib/adapters/passkeys';

type Bytes = Buffer<ArrayBufferLike>;
type Faults = {
  readonly origin?: string;
  readonly rpId?: string;
  /** Present, but neither finger, face nor PIN. */
  readonly unverified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
};

/** A key as a phone keeps it: answers what browsers are asked, and does it wrong where a test says so. */
export function authenticator({ origin = 'https://adoption.example' } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credential = Buffer.from(crypto.getRandomValues(new Uint8Array(16)));
  const id = credential.toString('base64url');
  let owner = '';
  const signed = (type: string, challenge: string, faults: Faults): Bytes =>
    Buffer.from(JSON.stringify({ type, challenge, origin: faults.origin ?? origin, crossOrigin: false }));
  return {
    id,
    make: (options: CreationOptions, faults: Faults = {}): CreationAnswer => {
      owner = options.user.id;
      const cose = cbor(
        new Map<number, number | Bytes>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      );
      const kept = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.length]), credential, cose]);
      const authData = Buffer.concat([head(faults.rpId ?? options.rp.id ?? '', 0x40, faults), kept]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      return {
        ...envelope(id),
        response: {
          clientDataJSON: signed('webauthn.create', options.challenge, faults).toString('base64url'),
          attestationObject: cbor(attestation).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    answer: (options: RequestOptions, faults: Faults = {}): RequestAnswer => {
      const client = signed('webauthn.get', options.challenge, faults);
      const authData = head(faults.rpId ?? options.rpId ?? '', 0, faults);
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(client)]))
        .sign(privateKey);
      return {
        ...envelope(id),
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: faults.userHandle ?? owner,
        },
      };
    },
  };
}

const envelope = (id: string) => ({ id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} });

/** Whose place it is for, what was checked, and how often it was used. */
function head(rpId: string, flags: number, { unverified = false, counter = 0 }: Faults): Bytes {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flags | (unverified ? 0x01 : 0x05)]), count]);
}

const sha256 = (bytes: Bytes): Bytes => createHash('sha256').update(bytes).digest();

/** As much of RFC 8949 as a passkey needs. */
function cbor(value: unknown): Bytes {
  if (typeof value === 'number') return value < 0 ? sized(1, -1 - value) : sized(0, value);
  if (typeof value === 'string') return Buffer.concat([sized(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([sized(2, value.length), value]);
  if (!(value instanceof Map)) throw new TypeError('not in a passkey');
  return Buffer.concat([sized(5, value.size), ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)])]);
}

function sized(kind: number, size: number): Bytes {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  return size < 256 ? Buffer.from([(kind << 5) | 24, size]) : Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
}

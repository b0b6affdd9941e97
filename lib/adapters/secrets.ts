import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256-GCM at rest. `keyId` names the key that sealed, so that keys can be rotated; `place` binds a value to its row. */
export type Sealed = { readonly sealed: string; readonly keyId: string };

export type Secrets = {
  seal(plain: string, place: string): Sealed;
  /** Throws when the value was altered, moved to another row, or its key is not known. */
  open(value: Sealed, place: string): string;
  /** Whether there is the key that sealed it. */
  knows(keyId: string): boolean;
  /** The same, but it also opens what these keys sealed elsewhere. */
  knowing(keys: readonly string[]): Secrets;
};

const ivLength = 12;
const tagLength = 16;

/** The first key seals; all of them open. Asked anew each time, so that a running server follows a rotation. */
export function createSecrets(keys: () => readonly string[]): Secrets {
  return {
    seal(plain, place) {
      const [current] = keys();
      if (current === undefined) throw new Error('no encryption key');
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', derive(current), iv).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return { sealed: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64'), keyId: keyIdOf(current) };
    },
    open(value, place) {
      const key = keys().find((candidate) => keyIdOf(candidate) === value.keyId);
      if (key === undefined) throw new Error(`the encryption key ${value.keyId} is not known`);
      const bytes = Buffer.from(value.sealed, 'base64');
      const iv = bytes.subarray(0, ivLength);
      const tag = bytes.subarray(ivLength, ivLength + tagLength);
      const decipher = createDecipheriv('aes-256-gcm', derive(key), iv, { authTagLength: tagLength }).setAAD(
        Buffer.from(place),
      );
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
    },
    knows: (keyId) => keys().some((key) => keyIdOf(key) === keyId),
    knowing: (more) => createSecrets(() => [...keys(), ...more]),
  };
}

/** Names a key without telling it. */
export const keyIdOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

// Keys are text of at least 32 bytes in any alphabet; AES wants exactly 32 bytes of even randomness.
const derive = (key: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'adoption-history at rest', 32));

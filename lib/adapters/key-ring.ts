import { join } from 'node:path';
import { newSecret, readSecretFile, replaceSecretFile } from './secret-files';

/** The keys that seal and open what is kept encrypted: the current one first. */
export type KeyRing = {
  /** False when the environment gives the keys: then its operator changes them. */
  readonly isGenerated: boolean;
  keys(): readonly string[];
  /** Puts a new key in front; the older ones go on opening. Every process on this folder follows at once. */
  add(): void;
  /** Forgets all generated keys but the current one. */
  retire(): void;
};

type Options = {
  readonly dataDir: string;
  readonly encryptionKeys: readonly string[];
  readonly encryptionKeyIsGenerated: boolean;
};

export function createKeyRing({ dataDir, encryptionKeys, encryptionKeyIsGenerated }: Options): KeyRing {
  const file = join(dataDir, 'encryption-key');
  if (!encryptionKeyIsGenerated) return { isGenerated: false, keys: () => encryptionKeys, add: never, retire: never };
  const generated = () => readSecretFile(file) ?? [];
  const given = encryptionKeys.filter((key) => !generated().includes(key));
  return {
    isGenerated: true,
    keys: () => [...generated(), ...given],
    add: () => replaceSecretFile(file, [newSecret(), ...generated()]),
    retire: () => replaceSecretFile(file, generated().slice(0, 1)),
  };
}

function never(): never {
  throw new Error('keys of the environment are not ours to change');
}

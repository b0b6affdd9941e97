import type { BreachedList } from './breached-list';

/** argon2id hashing. `verify` takes the same time for a missing hash (unknown user) as for a wrong password. */
export type Passwords = {
  hash(password: string): Promise<string>;
  verify(hash: string | null, password: string): Promise<boolean>;
  /** The passwords everybody tries first, in lower case; read on first use. */
  common(): Promise<ReadonlySet<string>>;
  /** Whether it was stolen elsewhere, as far as the installation has a list of such. */
  isBreached(password: string): Promise<boolean>;
};

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The package's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function createPasswords(breached: BreachedList | null = null): Passwords {
  let dummy: Promise<string> | undefined;
  let common: Promise<ReadonlySet<string>> | undefined;
  return {
    async hash(password) {
      const { hash } = await argon2();
      return hash(oneForm(password), cost);
    },
    async verify(stored, password) {
      const { hash, verify } = await argon2();
      dummy ??= hash('nobody has this password', cost);
      const matches = await verify(stored ?? (await dummy), oneForm(password));
      return matches && stored !== null;
    },
    isBreached: async (password) => (await breached?.has(password)) ?? false,
    common: () => {
      common ??= readCommon();
      return common;
    },
  };
}

// Loaded with the first password: most commands meet none.
const argon2 = () => import('@node-rs/argon2');

/** Keyboards write one letter in several ways; a person means one password. */
const oneForm = (password: string): string => password.normalize('NFKC');

async function readCommon(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}

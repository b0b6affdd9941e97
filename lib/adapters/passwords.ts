/** argon2id hashing. `verify` takes the same time for a missing hash (unknown user) as for a wrong password. */
export type Passwords = {
  hash(password: string): Promise<string>;
  verify(hash: string | null, password: string): Promise<boolean>;
};

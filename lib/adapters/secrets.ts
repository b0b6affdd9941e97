/** AES-256-GCM at rest. `keyId` names the key that sealed, so that keys can be rotated; `place` binds a value to its row. */
export type Sealed = { readonly sealed: string; readonly keyId: string };

export type Secrets = {
  seal(plain: string, place: string): Sealed;
  /** Throws when the value was altered, moved to another row, or its key is not known. */
  open(value: Sealed, place: string): string;
};

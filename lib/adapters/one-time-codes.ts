export type Drawing = {
  /** Modules a side, the quiet zone included. */
  readonly size: number;
  /** The dark modules as an SVG path in a box of `size` by `size`. */
  readonly path: string;
};

/** Codes of six digits that change every 30 seconds (RFC 6238 with SHA-1, as every app knows them). */
export type OneTimeCodes = {
  /** 160 random bits in base32. */
  secret(): Promise<string>;
  /** What an app reads from a QR code. */
  address(secret: string, name: { issuer: string; account: string }): Promise<string>;
  /** Which 30 seconds since 1970 a code is of: now, just before or just after; null for a wrong one. */
  stepOf(secret: string, code: string, at: Date): Promise<number | null>;
  draw(address: string): Promise<Drawing>;
};

const period = 30;
const digits = 6;
const algorithm = 'SHA1';
/** Modules of nothing around a QR code, without which it is not found on a dark page. */
const quiet = 4;

export const createOneTimeCodes = (): OneTimeCodes => ({
  secret: async () => {
    const { Secret } = await otpauth();
    return new Secret({ size: 20 }).base32;
  },
  address: async (secret, { issuer, account }) => {
    const { TOTP } = await otpauth();
    return new TOTP({ secret, issuer, label: account, algorithm, digits, period }).toString();
  },
  stepOf: async (secret, code, at) => {
    if (!/^\d{6}$/.test(code)) return null;
    const { TOTP } = await otpauth();
    const timestamp = at.getTime();
    const totp = new TOTP({ secret, algorithm, digits, period });
    const delta = totp.validate({ token: code, timestamp, window: 1 });
    return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
  },
  draw: async (address) => {
    const { encode } = await import('uqr');
    const { size, data } = encode(address, { ecc: 'M', border: quiet });
    return { size, path: data.map(rowPath).join('') };
  },
});

// Loaded with the first code: most requests meet none.
const otpauth = () => import('otpauth');

/** Dark modules beside each other as one bar. */
const rowPath = (row: readonly boolean[], y: number): string =>
  [
    ...row
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ]
    .map(({ index, 0: bar }) => `M${index} ${y}h${bar.length}v1h-${bar.length}z`)
    .join('');

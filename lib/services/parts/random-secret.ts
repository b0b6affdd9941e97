/** 256 bits that nobody can guess, fit for links, cookies and headers. */
export const randomSecret = (prefix = ''): string =>
  prefix + Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');

/** What is kept of a secret: enough to know it again, not enough to use it. */
export async function fingerprint(secret: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))).toString('hex');
}

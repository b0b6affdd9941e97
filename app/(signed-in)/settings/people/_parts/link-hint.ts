/** `until` is when the link ends, in words. */
export const linkHint = (until: string): string =>
  `Send it only to them: whoever opens it first chooses the password. It works once, until ${until}, and is never shown again.`;

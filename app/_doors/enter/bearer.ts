/** The token of an `Authorization` header; null where it is not of that kind. */
export const bearerIn = (authorization: string | null): string | null =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;

import type { ModeName } from './modes';

/** What one request to the fake said; the token itself is never kept. */
export type RecordedRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly hasToken: boolean;
  readonly tokenRight: boolean;
  readonly bodyBytes: number;
  readonly mode: ModeName;
};

import type { Claims } from '@/lib/domain/provider-claims';
import type { Result } from '@/lib/domain/result';

/** What is kept in the browser, sealed, between leaving for the provider and coming back. `beganAt` in milliseconds. */
export type OidcAttempt = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly beganAt: number;
};

export type BeginOptions = {
  readonly redirectUri: string;
  /** Whoever is known to the provider has to prove it anew. */
  readonly anew?: boolean;
};

/**
 * Who somebody is, as the provider says. `subject` is theirs for ever at this `issuer`; `authenticatedAt` is when they last proved it,
 * null where the provider does not say. The ID token is signed; what userinfo says came over the same TLS.
 */
export type ProviderIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly authenticatedAt: Date | null;
  readonly idToken: Claims;
  readonly userInfo: Claims | null;
};

export type ProviderFaultKind =
  /** Not reached, or it fails itself. */
  | 'provider-away'
  /** It answers, but not as it must for anybody to get in. */
  | 'provider-misconfigured'
  /** It says who it is, and that cannot be believed. */
  | 'answer-refused'
  /** It let nobody in, or somebody changed their mind there. */
  | 'provider-refused'
  /** What comes back belongs to no attempt of this browser. */
  | 'attempt-over';

/** `cause` is for the log and for admins: one line, no secrets, never for whoever wants in. */
export type ProviderFault = { readonly kind: ProviderFaultKind; readonly cause: string };

/** The one door to the identity provider. Never throws for what the network or the provider does. */
export type Oidc = {
  /** The provider's address to go to, and what to keep until the way back. */
  begin(options: BeginOptions): Promise<Result<{ url: string; attempt: OidcAttempt }, ProviderFault>>;
  /** `callback` is the address that the browser came back to, its path as registered with the provider. */
  finish(callback: URL, attempt: OidcAttempt): Promise<Result<ProviderIdentity, ProviderFault>>;
};

import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server';

export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;
export type CreationAnswer = RegistrationResponseJSON;
export type RequestAnswer = AuthenticationResponseJSON;

/** What is kept of a passkey: `publicKey` in base64url. */
export type Credential = {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
};

type Owner = { readonly id: string; readonly name: string; readonly email: string };

/** What browsers are asked, and what their answers are worth (WebAuthn). A user is always verified: by a finger, a face or a PIN. */
export type Passkeys = {
  creation(owner: Owner, known: readonly string[]): Promise<CreationOptions>;
  /** `known` are the credentials that may answer; none: any that the authenticator has for here. */
  request(known: readonly string[]): Promise<RequestOptions>;
  /** Null where the answer is not to this challenge, or not from here. */
  created(answer: CreationAnswer, challenge: string): Promise<Credential | null>;
  /** The new counter; null where it was not this credential, not this challenge, or not here. */
  answered(answer: RequestAnswer, asked: { challenge: string; credential: Credential }): Promise<number | null>;
};

/** How long a browser lets a person look for their key. */
const timeout = 5 * 60_000;
// Named, since the library offers more where the Node it runs on can: what one process takes another could then not check.
const supportedAlgorithmIDs = [-8, -7, -257];

export function createPasskeys({ publicUrl, name }: { publicUrl: URL; name: string }): Passkeys {
  const rpID = publicUrl.hostname;
  const from = { expectedOrigin: publicUrl.origin, expectedRPID: rpID, requireUserVerification: true };
  return {
    creation: async (owner, known) => {
      const { generateRegistrationOptions } = await webauthn();
      return generateRegistrationOptions({
        rpName: name,
        rpID,
        userID: new TextEncoder().encode(owner.id),
        userName: owner.email,
        userDisplayName: owner.name,
        timeout,
        supportedAlgorithmIDs,
        excludeCredentials: known.map((id) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
    },
    request: async (known) => {
      const { generateAuthenticationOptions } = await webauthn();
      const allowCredentials = known.map((id) => ({ id }));
      return generateAuthenticationOptions({ rpID, allowCredentials, timeout, userVerification: 'required' });
    },
    created: async (response, expectedChallenge) => {
      const { verifyRegistrationResponse } = await webauthn();
      const verified = await settled(
        verifyRegistrationResponse({ response, expectedChallenge, supportedAlgorithmIDs, ...from }),
      );
      return verified?.verified ? keptOf(verified.registrationInfo.credential, response) : null;
    },
    answered: async (response, { challenge, credential }) => {
      const { verifyAuthenticationResponse } = await webauthn();
      const asked = { response, expectedChallenge: challenge, credential: webauthnCredential(credential) };
      const verified = await settled(verifyAuthenticationResponse({ ...asked, ...from }));
      return verified?.verified ? verified.authenticationInfo.newCounter : null;
    },
  };
}

// Loaded with the first passkey: most requests meet none.
const webauthn = () => import('@simplewebauthn/server');

/** The library throws for whatever is wrong with an answer: which of it is nobody's business but the asker's own. */
const settled = <T>(verifying: Promise<T>): Promise<T | null> => verifying.catch(() => null);

const keptOf = ({ id, publicKey, counter }: WebAuthnCredential, { response }: CreationAnswer): Credential => ({
  credentialId: id,
  publicKey: Buffer.from(publicKey).toString('base64url'),
  counter,
  transports: (response.transports ?? []).join(','),
});

const webauthnCredential = ({ credentialId, publicKey, counter }: Credential): WebAuthnCredential => ({
  id: credentialId,
  publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
  counter,
});

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

// Loaded on the first press: most visitors press nothing.
const webauthn = () => import('@simplewebauthn/browser');

/** Has the browser make a passkey, as JSON; throws where the person or the browser will not. */
export async function makePasskey(optionsJSON: PublicKeyCredentialCreationOptionsJSON): Promise<string> {
  const { startRegistration } = await webauthn();
  return JSON.stringify(await startRegistration({ optionsJSON }));
}

/** Has the browser answer with a passkey that it keeps for here. */
export async function answerByPasskey(optionsJSON: PublicKeyCredentialRequestOptionsJSON): Promise<string> {
  const { startAuthentication } = await webauthn();
  return JSON.stringify(await startAuthentication({ optionsJSON }));
}

/** What the person can do about it; the browser does not say more than that nothing came of it. */
export function refusalOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return 'This passkey is set up here already.';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'No passkey was used. Try again, or use another way.';
  if (name === 'SecurityError') return 'Browsers keep no passkeys for this address.';
  return 'This browser could not use a passkey. Use another way.';
}

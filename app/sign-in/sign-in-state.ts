import { type FormState, untouched } from '../_ui/form-state';

/** A right password that a code must follow: `half` stands for it, `hasApp` is false where a passkey is all there is. */
export type HalfWay = { readonly half: string; readonly hasApp: boolean };

export type SignInState = FormState & { readonly halfWay: HalfWay | null };

export const notTried: SignInState = { ...untouched, halfWay: null };

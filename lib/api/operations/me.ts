import {
  begunTotpSchema,
  codeInput,
  confirmInput,
  factorsSchema,
  meSchema,
  newPasskeyInput,
  optionsInput,
  optionsSchema,
  passkeyListSchema,
  passkeyNameInput,
  passkeySchema,
  recoveryCodesSchema,
  removedAppSchema,
  renamedPasskeySchema,
} from '../me';
import { idPath, removedSchema } from '../target';
import type { Operation } from './operation';

const session = { permission: 'self:manage', by: 'session' } as const;
const confirmed = { permission: 'self:manage', by: 'confirmed session' } as const;
const noPasskeys = { 409: '`no-passkeys-here`: browsers keep none for this address' };
const notThere = { 404: 'It is not there, or not yours' };
const refused = { 401: 'Not signed in, or `passkey-refused`: not known here, or its question is over' };

/** One's own account. */
export const meOperations: readonly Operation[] = [
  { method: 'get', path: '/me', summary: 'Who asks, and how they came', permission: null, answer: meSchema },
  {
    ...session,
    method: 'get',
    path: '/me/second-factor',
    summary: 'What there is beside the password',
    answer: factorsSchema,
  },
  {
    ...confirmed,
    method: 'post',
    path: '/me/totp',
    summary: 'Begin to set up an app for codes; counts for nothing until it is confirmed',
    answer: begunTotpSchema,
    problems: { 409: '`factor-there`: an app is set up already' },
  },
  {
    ...confirmed,
    method: 'post',
    path: '/me/totp/confirm',
    summary: 'Set the app up with a code that it shows; the recovery codes are told once',
    body: codeInput,
    answer: recoveryCodesSchema,
  },
  {
    ...confirmed,
    method: 'delete',
    path: '/me/totp',
    summary: 'Remove the app for codes',
    answer: removedAppSchema,
    problems: { 404: 'None is set up' },
  },
  {
    ...confirmed,
    method: 'post',
    path: '/me/recovery-codes',
    summary: 'Ten new recovery codes, told once; the old ones stop working',
    answer: recoveryCodesSchema,
    problems: { 409: '`no-factor`: neither an app nor a passkey is set up' },
  },
  { ...session, method: 'get', path: '/me/passkeys', summary: 'One’s own passkeys', answer: passkeyListSchema },
  {
    ...session,
    method: 'post',
    path: '/me/passkeys/options',
    summary: 'What to ask the browser for; a new passkey needs a confirmed session',
    body: optionsInput,
    answer: optionsSchema,
    problems: noPasskeys,
  },
  {
    ...confirmed,
    method: 'post',
    path: '/me/passkeys',
    summary: 'Keep a passkey that the browser made',
    body: newPasskeyInput,
    answer: passkeySchema,
    problems: refused,
  },
  {
    ...confirmed,
    method: 'patch',
    path: '/me/passkeys/{id}',
    summary: 'Rename a passkey',
    params: idPath,
    body: passkeyNameInput,
    answer: renamedPasskeySchema,
    problems: notThere,
  },
  {
    ...confirmed,
    method: 'delete',
    path: '/me/passkeys/{id}',
    summary: 'Remove a passkey',
    params: idPath,
    answer: removedSchema,
    problems: notThere,
  },
  {
    ...session,
    method: 'post',
    path: '/me/confirm',
    summary: 'Prove again who one is, by password, code or passkey; lasts 10 minutes',
    body: confirmInput,
    answer: null,
    problems: refused,
  },
];

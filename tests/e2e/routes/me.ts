import type { Route } from '../parts/route';
import { reader, signedInPage, v1 } from './answers';

const me = (part: string) => `${v1}/me/${part === '' ? '' : `${part}/`}route.ts`;

/** One's own account is everybody's; what proofs and codes they send here are wrong. */
export const meRoutes: readonly Route[] = [
  {
    file: 'app/(proof)/account/second-factor/page.tsx',
    method: 'GET',
    path: '/account/second-factor',
    answers: signedInPage,
  },
  { file: 'app/(proof)/account/confirm/page.tsx', method: 'GET', path: '/account/confirm', answers: signedInPage },
  { file: me(''), method: 'GET', path: '/api/v1/me', answers: reader },
  { file: me('second-factor'), method: 'GET', path: '/api/v1/me/second-factor', answers: reader },
  { file: me('passkeys'), method: 'GET', path: '/api/v1/me/passkeys', answers: reader },
  { file: me('totp'), method: 'DELETE', path: '/api/v1/me/totp', answers: [401, 404, 404, 404, 404] },
  { file: me('totp'), method: 'POST', path: '/api/v1/me/totp', answers: reader },
  {
    file: me('totp/confirm'),
    method: 'POST',
    path: '/api/v1/me/totp/confirm',
    body: { code: '' },
    answers: [401, 422, 422, 422, 422],
  },
  {
    file: me('recovery-codes'),
    method: 'POST',
    path: '/api/v1/me/recovery-codes',
    answers: [401, 409, 409, 409, 409],
  },
  {
    file: me('passkeys/options'),
    method: 'POST',
    path: '/api/v1/me/passkeys/options',
    body: { for: 'confirm' },
    answers: reader,
  },
  { file: me('passkeys'), method: 'POST', path: '/api/v1/me/passkeys', body: {}, answers: [401, 422, 422, 422, 422] },
  {
    file: me('passkeys/[id]'),
    method: 'PATCH',
    path: '/api/v1/me/passkeys/none',
    body: { name: 'x' },
    answers: [401, 404, 404, 404, 404],
  },
  { file: me('passkeys/[id]'), method: 'DELETE', path: '/api/v1/me/passkeys/none', answers: [401, 404, 404, 404, 404] },
  { file: me('confirm'), method: 'POST', path: '/api/v1/me/confirm', body: {}, answers: [401, 422, 422, 422, 422] },
];

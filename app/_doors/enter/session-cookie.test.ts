import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { sessionCookie, sessionSecret } from './session-cookie';

const config = { publicUrl: new URL('http://localhost:3000'), authSecret: 'a secret of thirty-two bytes or more' };
const { name } = sessionCookie(config.publicUrl);
const seal = (token: object, more: object = {}) => encode({ token, secret: config.authSecret, salt: name, ...more });

test('the cookie is bound to its host where https allows it', () => {
  expect(sessionCookie(new URL('https://adoption.example'))).toEqual({
    name: '__Host-authjs.session-token',
    secure: true,
  });
  expect(sessionCookie(config.publicUrl)).toEqual({ name: 'authjs.session-token', secure: false });
});

test('the secret comes out among other cookies, the first and the hundredth time', async () => {
  const cookies = `theme=dark; ${name}=${await seal({ secret: 'of the session' })}; other=1`;
  for (let time = 0; time < 3; time += 1) expect(await sessionSecret(cookies, config)).toBe('of the session');
});

test.each([
  ['no cookie', async () => null],
  ['other cookies', async () => 'theme=dark'],
  ['an empty one', async () => `${name}=`],
  ['rubbish', async () => `${name}=a.b.c.d.e`],
  [
    'one sealed with another secret',
    async () => `${name}=${await seal({ secret: 'x' }, { secret: 'quite another secret of 32 bytes' })}`,
  ],
  ['one sealed for another cookie', async () => `${name}=${await seal({ secret: 'x' }, { salt: 'other' })}`],
  ['one that is too old', async () => `${name}=${await seal({ secret: 'x' }, { maxAge: -60 })}`],
  ['one without a secret in it', async () => `${name}=${await seal({ sub: 'ada' })}`],
])('%s opens nothing', async (_, cookies) => expect(await sessionSecret(await cookies(), config)).toBeNull());

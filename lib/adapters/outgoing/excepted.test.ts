import { expect, test } from 'vitest';
import { isExcepted } from './excepted';

test.each([
  ['https://enpass.example', 'enpass.example'],
  ['https://api.enpass.example', 'enpass.example'],
  ['https://api.enpass.example', '.enpass.example'],
  ['https://api.enpass.example', '*.enpass.example'],
  ['https://ENPASS.example.', 'other.example, Enpass.Example'],
  ['https://enpass.example', 'other.example enpass.example:443'],
  ['https://enpass.example:8443', 'enpass.example:8443'],
  ['https://anything.example', '*'],
  ['https://10.1.2.3', '10.0.0.0/8'],
  ['https://10.1.2.3', '10.1.2.3'],
  ['https://[2001:db8::1]', '2001:db8::1'],
  ['https://[2001:db8::1]', '[2001:db8:0:0::1]:443'],
  ['https://[2001:db8::1]', '2001:db8::/32'],
])('%s does not go through the proxy with NO_PROXY=%s', (url, except) => {
  expect(isExcepted(new URL(url), except)).toBe(true);
});

test.each([
  ['https://enpass.example', ''],
  ['https://enpass.example', ' , '],
  ['https://notenpass.example', 'enpass.example'],
  ['https://enpass.example.evil.test', 'enpass.example'],
  ['https://enpass.example', 'enpass.example:8443'],
  ['https://enpass.example', '.'],
  ['https://11.1.2.3', '10.0.0.0/8'],
  ['https://[2001:db9::1]', '2001:db8::/32'],
  ['https://10.1.2.3.example', '10.0.0.0/8'],
  ['https://enpass.example', '10.0.0.0/64, not/a/range'],
])('%s goes through it with NO_PROXY=%j', (url, except) => {
  expect(isExcepted(new URL(url), except)).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordFault } from './password';

const ada = { email: 'ada.lovelace@northwind.example', name: 'Ada Lovelace', organisation: 'Harbour & Söhne GmbH' };
const common = new Set(['password', 'welcome', 'dragon', 'administrator', '1q2w3e4r5t6y']);
const fault = (password: string) => passwordFault(password, ada, common);

test('twelve characters are enough, eleven are not', () => {
  expect(fault('gull kelp fo')).toBeNull();
  expect(fault('gull kelp f')).toContain('At least 12');
});

test('128 characters are possible, 129 are not', () => {
  const long = 'gull kelp fog iris '.repeat(7);
  expect(fault(long.slice(0, 128))).toBeNull();
  expect(fault(long.slice(0, 129))).toContain('At most 128');
});

test('length counts characters, not bytes or code units', () => {
  expect(fault('🐦🌊🌫🪻🐚🦀🐙🐳🦭🪸🐠')).toContain('At least 12');
  expect(fault('🐦🌊🌫🪻🐚🦀🐙🐳🦭🪸🐠🦈')).toBeNull();
});

test.each([
  'administrator',
  '1q2w3e4r5t6y',
  'Administrator',
  'Password1234!',
  'P@ssw0rd2026',
  '!!!welcome2026',
  'dragondragon',
])('a common password in any dress is refused: %s', (password) =>
  expect(fault(password)).toContain('attackers try first'),
);

test.each(['aaaaaaaaaaaa', 'abcabcabcabc', '1212121212121212', 'abcdefghijklm', 'mlkjihgfedcba'])(
  'a pattern is as good as common: %s',
  (password) => expect(fault(password)).toContain('attackers try first'),
);

test.each(['ada.lovelace@northwind.example', 'Ada Lovelace 1815', 'ADA.LOVELACE', 'adalovelace!'])(
  'the e-mail address and the name of the owner are refused: %s',
  (password) => expect(fault(password)).toContain('e-mail address or name'),
);

test.each([
  'Harbour & Söhne GmbH',
  'harbour2026!!',
  'H4rb0ur-2026!',
  'SöhneHarbour1',
  'EnpassBusiness1',
  'enpass-2026-enpass',
  'Adoption History',
  'adoption.history.1',
  'Northwind2026!',
  'lovelace-northwind',
  'Ada1234567890',
  'EnpassPassword1',
  'harbourwelcome9',
])('so are those of the organisation and the product, alone and together: %s', (password) =>
  expect(fault(password)).toContain('the organisation’s and the product’s'),
);

test.each([
  'a harbour of quiet gulls',
  'nine enpass turtles sing',
  'northwind blows over kelp',
  '4815162342-0987',
  'bananabandana',
])('a phrase that merely holds one is fine: %s', (password) => expect(fault(password)).toBeNull());

test('an organisation of one letter forbids nothing but itself', () => {
  const owner = { ...ada, organisation: 'A' };
  expect(passwordFault('a banana and a lama', owner, common)).toBeNull();
  expect(passwordFault('A-1234-5678-90', owner, common)).toContain('organisation’s');
});

test.each(['correct horse battery staple', 'Password-for-the-harbour-9', 'ada likes sailing boats'])(
  'a phrase that merely holds such a word is fine: %s',
  (password) => expect(fault(password)).toBeNull(),
);

test('every text gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (password) => {
      const words = fault(password);
      return words === null || words.length > 0;
    }),
  );
});

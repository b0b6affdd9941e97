export const passwordLength = { min: 12, max: 128 } as const;

type Owner = { readonly email: string; readonly name: string; readonly organisation: string };

/** What this is, in the words that somebody thinks of first. */
const product = ['Enpass Business', 'adoption history'];

/**
 * What is wrong with a new password, in words for its owner; null when nothing is. Length counts Unicode's characters and no kinds
 * of them are asked for (NIST SP 800-63B, memorised secrets). `common` holds known passwords in lower case.
 */
export function passwordFault(password: string, owner: Owner, common: ReadonlySet<string>): string | null {
  const length = [...password].length;
  if (length < passwordLength.min) {
    return `At least ${passwordLength.min} characters are needed. Three or four words in a row are a good start.`;
  }
  if (length > passwordLength.max) return `At most ${passwordLength.max} characters are possible.`;
  if (isMadeOfNames(password, owner, common)) {
    return 'Your e-mail address or name, the organisation’s and the product’s are the first things others try. Choose something else.';
  }
  if (isCommon(password, common))
    return 'This password is on the list that attackers try first. Choose something else.';
  return null;
}

/** Whether next to nothing is left without the names that belong here, or what is left is on the list. Digits and signs count for nothing. */
function isMadeOfNames(password: string, { email, name, organisation }: Owner, common: ReadonlySet<string>): boolean {
  const [mailbox = ''] = email.split('@');
  const names = [email, mailbox, name, organisation, ...product];
  const whole = names.map(lettersOf).filter((word) => word !== '');
  const parts = names.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u));
  const words = [...whole, ...parts].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  return [password, undoLookAlikes(password.toLowerCase())].map(lettersOf).some((letters) => {
    const rest = words.reduce((left, word) => left.replaceAll(word, ''), letters);
    return whole.includes(letters) || (rest !== letters && (rest.length < 4 || common.has(rest)));
  });
}

/** On the list as it is, without the digits and signs around it, with its look-alikes undone, or nothing but one short piece repeated. */
function isCommon(password: string, common: ReadonlySet<string>): boolean {
  const lower = password.toLowerCase();
  const spellings = [lower, undoLookAlikes(lower)].flatMap((spelling) => [spelling, trimmed(spelling)]);
  if (spellings.some((spelling) => common.has(spelling))) return true;
  return (
    isRepeated(lower) || isStraight(lower) || spellings.some((spelling) => isCommonPieceRepeated(spelling, common))
  );
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');

const trimmed = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

// The digits and signs at the end are a suffix ("1234!"), not letters in disguise.
function undoLookAlikes(text: string): string {
  const end = text.length - (/[^\p{L}]*$/u.exec(text)?.[0].length ?? 0);
  return text.slice(0, end).replace(/[013457@$!]/g, (sign) => lookAlikes[sign] ?? sign) + text.slice(end);
}

/** One piece of up to four characters, over and over: "aaaaaaaaaaaa", "abcabcabcabc". */
const isRepeated = (text: string): boolean => /^(.{1,4}?)\1+$/su.test(text);

/** Each character one after, or one before, the last: "abcdefghijkl", "cba987..." is not. */
function isStraight(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

const isCommonPieceRepeated = (text: string, common: ReadonlySet<string>): boolean => {
  const piece = /^(.{4,}?)\1+$/su.exec(text)?.[1];
  return piece !== undefined && common.has(piece);
};

import { auditActions } from '@/lib/domain/audit';

const words: Readonly<Record<string, string>> = auditActions;

/** What an action tells; one that this version does not know, as it is. */
export const auditActionWords = (action: string): string => words[action] ?? action;

export const auditFilterLabels = { from: 'From', to: 'To', actor: 'Person', action: 'Action', cursor: 'Page' } as const;

type Value = string | number | boolean | null;

/** The details of an entry, each with its name in words, in the order they were written. */
export const auditFacts = (detail: Readonly<Record<string, Value>>): { name: string; value: string }[] =>
  Object.entries(detail).map(([name, value]) => ({ name: known[name] ?? spaced(name), value: valueWords(value) }));

const known: Readonly<Record<string, string>> = {
  times: 'How often in that minute',
  targetId: 'Id',
  userAgent: 'Browser or program',
};

const valueWords = (value: Value): string =>
  value === null ? 'none' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** `tokenLast4` reads "Token last4". */
const spaced = (name: string): string => {
  const words = name.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

import type { Answers } from '@/lib/domain/review';
import type { AdoptionCounts } from '@/lib/domain/snapshot';

/** What was written of the story's weeks, by week; numbers stand in braces, see `withNumbers`. */
export type WrittenWeeks = Readonly<Record<number, Answers>>;

export type Closes = { readonly before: AdoptionCounts; readonly close: AdoptionCounts };

/**
 * The text with its numbers: `{using}` is how many more there were at the week's close than at the one before, `{using:now}` how many
 * there were. Throws where a text says that more came, and they did not.
 */
export function withNumbers(text: string, { before, close }: Closes): string {
  return text.replace(/\{(\w+)(:now)?\}/g, (_, name: string, now?: string) => {
    const field = fields[name];
    if (field === undefined) throw new Error(`the story knows no ${name}`);
    const value = (close[field] ?? 0) - (now === undefined ? (before[field] ?? 0) : 0);
    if (value < 2) throw new Error(`“${text}” says that more came, and it is ${value}`);
    return String(value);
  });
}

const fields: Readonly<Record<string, keyof AdoptionCounts>> = {
  assigned: 'assigned_license',
  activated: 'activated_license',
  onboarded: 'onboarded_users',
  using: 'using_enpass',
  extension: 'connected_browser_extension',
  autofill: 'using_autofill',
  pending: 'activation_pending',
};

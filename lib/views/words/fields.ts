import { capital } from './numbers';

/** A schema's message as it stands beside a field: what to enter, as a sentence. */
export const fieldWords = (message: string): string => capital(plainWords(message));

/** The same within a sentence: without the names that only programs know, and with its full stop. */
export function plainWords(message: string): string {
  const plain = message.replace('`from`', 'the first day').replace('`to`', 'the last day').replace(/\.?$/, '.');
  return /^an? /.test(plain) ? `enter ${plain}` : plain;
}

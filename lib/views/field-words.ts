import { capital } from './words';

/** A schema's message as it stands beside a field: what to enter, as a sentence. */
export function fieldWords(message: string): string {
  const plain = plainWords(message);
  return /^an? /.test(plain) ? `Enter ${plain}` : capital(plain);
}

/** Without the names that only programs know. */
export const plainWords = (message: string): string =>
  message.replace('`from`', 'the first day').replace('`to`', 'the last day');

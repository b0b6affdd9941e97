import { capital } from './words';

/** A schema's message as it stands beside a field: what to enter, as a sentence. */
export function fieldWords(message: string): string {
  const plain = message.replace('`from`', 'the first day');
  return /^an? /.test(plain) ? `Enter ${plain}` : capital(plain);
}

import { z } from 'zod';
import { failureKinds } from '@/lib/domain/failure';
import { failureWords, type WordedFailure } from '@/lib/views/words/failures';

export const advisedSchema = z.strictObject({
  kind: z.enum(failureKinds),
  message: z.string().meta({ description: 'What happened, in a sentence' }),
  advice: z.string().meta({ description: 'What to do about it' }),
});

/** A failure of reading Enpass as the API tells it. */
export function advisedJson(failure: WordedFailure): z.output<typeof advisedSchema> {
  const { cause, cure } = failureWords(failure);
  return { kind: failure.kind, message: cause, advice: cure };
}

import { z } from 'zod';
import { failureKinds } from '@/lib/domain/failure';
import { type AdvisedFailure, adviceFor } from '@/lib/views/words/failures';

export const advisedSchema = z.strictObject({
  kind: z.enum(failureKinds),
  message: z.string().meta({ description: 'What happened, in a sentence' }),
  advice: z.string().meta({ description: 'What to do about it' }),
});

/** A failure of reading Enpass as the API tells it. */
export function advisedJson(failure: AdvisedFailure): z.output<typeof advisedSchema> {
  const { cause, cure } = adviceFor(failure);
  return { kind: failure.kind, message: cause, advice: cure };
}

import type { GapReason } from '@/lib/domain/gap';
import { failureWords } from './failures';

/** Why a day is missing, in a few words within a sentence: token refused (401), no answer in time. */
export function gapReasonWords({ reason, status }: GapReason): string {
  const { title } = failureWords({ kind: reason, status, detail: null });
  return title.startsWith('Enpass') ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

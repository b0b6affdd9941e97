import type { GapReason } from '@/lib/domain/gap';
import { adviceFor } from './failures';

/** Why a day is missing, in a few words within a sentence: token refused (401), no answer in time. */
export function gapReasonWords({ reason, status }: GapReason): string {
  const { name } = adviceFor({ kind: reason, status, detail: null });
  return name.startsWith('Enpass') ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

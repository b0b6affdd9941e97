import { createHash } from 'node:crypto';
import type { RunAttempt } from '@/lib/domain/run-attempt';

/** What is known of an answer beside the answer itself: noted as it comes, so that a failure in the middle loses nothing of it. */
export type CameBack = { -readonly [fact in keyof Pick<RunAttempt, 'status' | 'bytes' | 'sha256'>]: RunAttempt[fact] };

export const nothingYet = (): CameBack => ({ status: null, bytes: null, sha256: null });

export function noteBody(cameBack: CameBack, body: Buffer): void {
  cameBack.bytes = body.length;
  cameBack.sha256 = createHash('sha256').update(body).digest('hex');
}

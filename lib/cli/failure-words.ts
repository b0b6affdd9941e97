import type { RefreshRefusal } from '@/lib/services/capture/refresh-snapshot';
import type { RestoreFailure } from '@/lib/services/operation/restore-backup';
import type { ChangeFailure } from '@/lib/services/people/change-role';
import type { Refusal } from '@/lib/services/service';
import { failureWords } from '@/lib/views/words/failures';
import { plural } from '@/lib/views/words/numbers';
import { refusalDetail, refusalSentence, refusals } from '@/lib/views/words/refusals';

export type KnownFailure =
  | Refusal
  | ChangeFailure
  | RefreshRefusal
  | RestoreFailure
  | { readonly kind: 'person-disabled' }
  | { readonly kind: 'import-running' }
  | { readonly kind: 'unknown-key'; readonly of: readonly string[] }
  | { readonly kind: 'database-away'; readonly reason: string }
  /** Of the command line itself: a file that cannot be read, a backup that does not fit. */
  | { readonly kind: 'told'; readonly message: string };

/** Cause and cure of what went wrong, for a terminal. */
export function failureText(failure: KnownFailure): string {
  switch (failure.kind) {
    case 'invalid-input':
      return failure.errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n');
    case 'not-found':
      return 'Nothing here has that name or address. `user list` shows everybody.';
    case 'last-admin':
    case 'own-account':
    case 'person-disabled':
    case 'no-connection':
    case 'import-running':
    case 'unknown-key':
      return refusalSentence(failure.kind);
    case 'too-many':
      return `Too many refreshes. Come back in ${failure.retryAfterSeconds} s.`;
    case 'enpass-failed':
      return runWords(failure.run.failure);
    case 'in-use': {
      const { title } = refusals[failure.kind];
      return `${title} (${plural(failure.users, 'person', 'people')}, ${plural(failure.readings, 'reading')}). ${refusalDetail(failure.kind)}`;
    }
    case 'old-state-not-kept':
    case 'unreadable-backup':
      return `${refusals[failure.kind].title}: ${failure.reason}. ${refusalDetail(failure.kind)}`;
    case 'broken-backup':
      return [
        ...failure.broken.map(({ what, id, reason }) => `${what} ${id}: ${reason}`),
        refusalSentence(failure.kind),
      ].join('\n');
    case 'not-signed-in':
    case 'not-allowed':
    case 'second-factor-needed':
    case 'session-needed':
    case 'confirm-yourself':
      return 'The command line may not do this.';
    case 'database-away':
      return `Stopped: ${failure.reason}. What was not finished is as it was before; try again in a moment.`;
    case 'told':
      return failure.message;
  }
}

function runWords(failure: Parameters<typeof failureWords>[0] | null): string {
  if (failure === null) return 'The refresh did not end.';
  const { cause, cure } = failureWords(failure);
  return `${cause} ${cure}`;
}

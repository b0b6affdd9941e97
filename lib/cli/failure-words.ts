import type { RefreshRefusal } from '@/lib/services/capture/refresh-snapshot';
import type { RestoreFailure } from '@/lib/services/operation/restore-backup';
import type { ChangeFailure } from '@/lib/services/people/change-role';
import type { Refusal } from '@/lib/services/service';
import { adviceFor } from '@/lib/views/words/failures';

export type KnownFailure =
  | Refusal
  | ChangeFailure
  | RefreshRefusal
  | RestoreFailure
  | { readonly kind: 'person-disabled' }
  | { readonly kind: 'unknown-key'; readonly of: readonly string[] }
  | { readonly kind: 'database-away'; readonly reason: string }
  /** Of the command line itself: a file that cannot be read, a backup that does not fit. */
  | { readonly kind: 'told'; readonly message: string };

/** Cause and cure of what went wrong, for a terminal. */
export function failureWords(failure: KnownFailure): string {
  switch (failure.kind) {
    case 'invalid-input':
      return failure.errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n');
    case 'not-found':
      return 'Nothing here has that name or address. `user list` shows everybody.';
    case 'last-admin':
      return 'This is the last active admin. Give somebody else the role first.';
    case 'person-disabled':
      return 'This person is disabled. `user enable` lets them in again.';
    case 'no-connection':
      return 'No connection to Enpass is set up. Enter it in Settings, or set ENPASS_BASE_URL and ENPASS_API_TOKEN.';
    case 'too-many':
      return `Too many refreshes. Come back in ${failure.retryAfterSeconds} s.`;
    case 'enpass-failed':
      return runWords(failure.run.failure);
    case 'unknown-key':
      return 'A saved token was sealed with a key that is not known here, so no key was retired. Set ENCRYPTION_KEY_PREVIOUS to that key, or enter the token again in Settings.';
    case 'in-use':
      return `This database is in use (${failure.users} people, ${failure.readings} readings). With --force the backup takes its place.`;
    case 'unreadable-backup':
      return `The backup cannot be used: ${failure.reason}. Nothing was changed.`;
    case 'broken-backup':
      return [
        ...failure.broken.map(({ what, id, reason }) => `${what} ${id}: ${reason}`),
        'What the backup holds was altered. Nothing was changed.',
      ].join('\n');
    case 'not-signed-in':
    case 'not-allowed':
      return 'The command line may not do this.';
    case 'database-away':
      return `Stopped: ${failure.reason}. What was not finished is as it was before; try again in a moment.`;
    case 'told':
      return failure.message;
  }
}

function runWords(failure: Parameters<typeof adviceFor>[0] | null): string {
  if (failure === null) return 'The refresh did not end.';
  const { cause, cure } = adviceFor(failure);
  return `${cause} ${cure}`;
}

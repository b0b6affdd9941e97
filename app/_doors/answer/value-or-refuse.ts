import { redirect } from 'next/navigation';
import type { Result } from '@/lib/domain/result';
import type { Refusal } from '@/lib/services/service';
import { confirmPath, secondFactorPath, signInPath } from '@/lib/views/paths';
import { refuse } from './refuse';

/** What a page shows of a service's answer; a refusal ends the page: 403, sign-in, or 404 for an address that makes no sense. */
export function valueOrRefuse<T>(result: Result<T, Refusal | { kind: 'not-found' }>): T {
  if (result.ok) return result.value;
  switch (result.failure.kind) {
    case 'not-allowed':
    case 'session-needed':
      return refuse(403);
    case 'second-factor-needed':
      return redirect(secondFactorPath());
    case 'confirm-yourself':
      return redirect(confirmPath());
    case 'not-signed-in':
      return redirect(signInPath());
    case 'not-found':
    case 'invalid-input':
      return refuse(404);
  }
}

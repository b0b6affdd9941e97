import { draftPath } from '@/lib/views/paths';
import type { ReviewFormState } from './review-form-state';

/** Sends the form of a page that is being left, so that the browser delivers it even if the tab closes. Null when it was not taken. */
export async function sendLeaving(form: FormData): Promise<ReviewFormState | null> {
  const path = draftPath(String(form.get('week')));
  const answer = await fetch(path, { method: 'POST', body: form, keepalive: true, redirect: 'manual' });
  return answer.ok ? ((await answer.json()) as ReviewFormState) : null;
}

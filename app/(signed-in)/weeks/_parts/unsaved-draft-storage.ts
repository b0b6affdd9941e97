import { type Answers, answerNames } from '@/lib/domain/review';
import { unsavedReviewKey } from '../../../_ui/unsaved-reviews';
import type { Kept } from './review-form-state';

/** What a form knew last: what the server has, and the text over it. */
export type UnsavedDraft = { readonly kept: Pick<Kept, 'version' | 'text' | 'words'>; readonly text: Answers };

/** Of this document: Back and Forward bring a page as it was first made, with the text and version of then. */
const here = new Map<string, UnsavedDraft>();

/** `place` names the week and its writer: words are brought back to nobody else. */
export function readUnsaved(place: string): UnsavedDraft | null {
  const known = here.get(place);
  if (known && isUnsaved(known)) return known;
  const left = stored(place);
  if (left) here.set(place, left);
  return left ?? known ?? null;
}

/** Unsaved words also outlive the tab; once they are saved the browser keeps no copy. */
export function storeUnsaved(place: string, now: UnsavedDraft): void {
  const before = here.get(place);
  here.set(place, now);
  const { storage, key } = drawer(place);
  try {
    if (isUnsaved(now)) storage?.setItem(key, JSON.stringify(now));
    // Another tab's words are not this one's to remove.
    else if (storage?.getItem(key) === JSON.stringify(before)) storage.removeItem(key);
  } catch {
    // A browser whose storage is full or forbidden still saves after every pause.
  }
}

export const isUnsaved = ({ kept, text }: UnsavedDraft): boolean =>
  answerNames.some((name) => text[name] !== kept.text[name]);

function stored(place: string): UnsavedDraft | null {
  const { storage, key } = drawer(place);
  try {
    const found: unknown = JSON.parse(storage?.getItem(key) ?? 'null');
    return isKnown(found) ? found : null;
  } catch {
    return null;
  }
}

/** No storage on the server; a browser may forbid even to look at it. */
function drawer(place: string): { storage: Storage | null; key: string } {
  const key = unsavedReviewKey(place);
  try {
    return { storage: typeof window === 'undefined' ? null : window.localStorage, key };
  } catch {
    return { storage: null, key };
  }
}

/** An earlier release may have written it. */
function isKnown(value: unknown): value is UnsavedDraft {
  const { kept, text } = (value ?? {}) as { kept?: Partial<Kept>; text?: unknown };
  return Number.isInteger(kept?.version) && isAnswers(kept?.text) && isAnswers(text);
}

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' &&
  value !== null &&
  answerNames.every((name) => typeof (value as Partial<Answers>)[name] === 'string');

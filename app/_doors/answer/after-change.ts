import 'server-only';
import { revalidatePath } from 'next/cache';
import type { FormState } from '@/app/_ui/form-state';
import { fieldWords } from '@/lib/views/words/fields';

/** What a form says that was sent as it was. */
export const nothingChanged = 'Nothing changed.';

/** After a form that changes what several pages and the frame show; its problems come in the words of forms. */
export function afterChange(state: FormState): FormState {
  if (state.done) revalidatePath('/', 'layout');
  return { ...state, problems: state.problems.map(({ path, message }) => ({ path, message: fieldWords(message) })) };
}

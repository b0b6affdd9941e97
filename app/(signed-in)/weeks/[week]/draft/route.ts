import { answerJson, answerProblem } from '../../../../_doors/answer/answer';
import { enter } from '../../../../_doors/enter/enter';
import { pageRoute } from '../../../../_doors/enter/enter-api';
import { formStateOf, writeForm } from '../../_parts/write-form';

/** Takes the form from a page that is being left: Next sends its own actions to the page one is on by then, and a closing tab ends them. */
export const POST = pageRoute(async (request: Request) => {
  const ctx = await enter();
  // What is no form has none of its fields, and is refused for that.
  const form = await request.formData().catch(() => new FormData());
  form.delete('intent');
  const written = await writeForm(ctx, form);
  return written.ok ? answerJson(formStateOf(written.value)) : answerProblem(written.failure);
});

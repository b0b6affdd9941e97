import { answerProblem } from '@/app/_doors/answer/answer';

/** Whoever calls an address of the API that is not there expects its words, not a page. */
const unknown = async (): Promise<Response> => answerProblem({ kind: 'not-found' });

export { unknown as DELETE, unknown as GET, unknown as OPTIONS, unknown as PATCH, unknown as POST, unknown as PUT };

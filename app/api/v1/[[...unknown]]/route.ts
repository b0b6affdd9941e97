import { answerProblem } from '@/app/_doors/answer/answer';
import { apiRoute } from '@/app/_doors/enter/enter-api';

const unknown = apiRoute(async () => answerProblem({ kind: 'not-found' }));

export { unknown as DELETE, unknown as GET, unknown as OPTIONS, unknown as PATCH, unknown as POST, unknown as PUT };

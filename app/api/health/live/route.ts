import { answerJson } from '@/app/_doors/answer/answer';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';

/** Touches nothing: whoever restarts a process by this must not do it because the database is away. */
export const GET = async (): Promise<Response> => answerJson({ status: 'ok' });

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');

import { answerJson } from '@/app/_doors/answer';

/** Touches nothing: whoever restarts a process by this must not do it because the database is away. */
export const GET = async (): Promise<Response> => answerJson({ status: 'ok' });

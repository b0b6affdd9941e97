import { answerReadiness } from '@/app/_doors/health';

export const GET = (request: Request): Promise<Response> => answerReadiness(request);

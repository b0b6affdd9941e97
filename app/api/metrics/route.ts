import { answerMeasures } from '@/app/_doors/health';

export const GET = (request: Request): Promise<Response> => answerMeasures(request);

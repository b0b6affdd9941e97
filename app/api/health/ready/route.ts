import { answerReadiness } from '@/app/_doors/answer/health';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';

export const GET = (request: Request): Promise<Response> => answerReadiness(request);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');

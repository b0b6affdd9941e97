import { answerReadiness } from '@/app/_doors/health';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';

export const GET = (request: Request): Promise<Response> => answerReadiness(request);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');

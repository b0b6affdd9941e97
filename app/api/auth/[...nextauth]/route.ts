import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { authRoute } from '@/app/_doors/enter/auth';

export const GET = authRoute('GET');
export const POST = authRoute('POST');

export const { DELETE, OPTIONS, PATCH, PUT } = refuseAllBut('GET', 'POST');

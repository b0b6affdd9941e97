import { authRoute } from '@/app/_doors/enter/auth';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';

export const GET = authRoute('GET');
export const POST = authRoute('POST');

export const { DELETE, OPTIONS, PATCH, PUT } = refuseAllBut('GET', 'POST');

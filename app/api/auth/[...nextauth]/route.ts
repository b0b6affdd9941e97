import { authRoute } from '@/app/_doors/auth';

export const GET = authRoute('GET');
export const POST = authRoute('POST');

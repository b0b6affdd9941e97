import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { leaveForProvider } from '@/app/_doors/enter/leave-for-provider';

export const POST = leaveForProvider;

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');

import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { comeFromProvider } from '@/app/_doors/enter/come-from-provider';

export const GET = comeFromProvider;

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');

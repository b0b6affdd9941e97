import { answerSecurityContact } from '@/app/_doors/security-contact';

export const GET = (): Promise<Response> => answerSecurityContact();

'use server';

import { signOut as endSession } from '../../_doors/auth';

export async function signOut(): Promise<void> {
  await endSession({ redirectTo: '/sign-in' });
}

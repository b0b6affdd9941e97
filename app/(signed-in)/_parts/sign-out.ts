'use server';

import { redirect } from 'next/navigation';
import { signInPath } from '@/lib/views/paths';
import { leave } from '../../_doors/enter/auth';

export async function signOut(): Promise<void> {
  await leave();
  return redirect(signInPath());
}

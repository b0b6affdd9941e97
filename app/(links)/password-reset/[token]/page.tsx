import type { Metadata } from 'next';
import { LinkPage } from '../../_parts/link-page';

export const metadata: Metadata = { title: 'New password' };

export default async function PasswordResetPage({ params }: { params: Promise<{ token: string }> }) {
  return <LinkPage kind="password-reset" token={(await params).token} />;
}

import type { Metadata } from 'next';
import { LinkPage } from '../../_parts/link-page';

export const metadata: Metadata = { title: 'Invitation' };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  return <LinkPage kind="invitation" token={(await params).token} />;
}

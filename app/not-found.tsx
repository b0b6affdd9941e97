import type { Metadata } from 'next';
import { Nowhere } from './_ui/not-found-page';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return <Nowhere />;
}

import type { Metadata } from 'next';
import { Nowhere } from './_ui/nowhere';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return <Nowhere />;
}

'use client';

import { useRouter } from 'next/navigation';
import type { MouseEvent } from 'react';
import type { Markup } from '@/lib/views/markup';

type Props = { className?: string; html: Markup['text'] };

/** Markup whose links lead on without loading everything anew: for lists too long to make an element of each link. */
export function SoftLinks({ className, html }: Props) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !isPlain(event) || link.origin !== window.location.origin) return;
    event.preventDefault();
    router.push(`${link.pathname}${link.search}`, { scroll: link.pathname !== window.location.pathname });
  };
  return (
    // biome-ignore lint/a11y: the links inside are what one presses, by key or by mouse.
    // biome-ignore lint/security/noDangerouslySetInnerHtml: Markup escapes whatever is put into it.
    <div className={className} onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
  );
}

/** Not one that opens a tab or a window. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !defaultPrevented;

'use client';

import { useRouter } from 'next/navigation';
import { createContext, type MouseEvent, useContext, useEffect, useState, useTransition } from 'react';

/**
 * Plain links followed as Next's own are, without loading everything anew: one listener for all of them, since a
 * component a link is what most of a page's time would be spent on. `going` is where the reader is being taken; `go` takes
 * them to an address as a link would.
 */
export function useClientNavigation() {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [to, setTo] = useState<string | null>(null);
  const follow = (event: MouseEvent) => {
    const link = softLink(event);
    if (link === null) return;
    if (isWithinPage(link)) aimAt(link.hash);
    else if (mayLeave()) visit(link);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    if (!pending && to?.endsWith(location.hash)) aimAt(location.hash);
  }, [pending, to]);
  const visit = ({ pathname, search, hash }: Place) => {
    const href = pathname + search + hash;
    setTo(href);
    // Another view of the same page leaves its reader where they are.
    start(() => router.push(href, { scroll: pathname !== location.pathname }));
  };
  const go = (href: string) => {
    const place = new URL(href, location.href);
    if (isWithinPage(place)) aimAt(place.hash);
    else if (isForBrowser(place) || !mayLeave()) location.assign(href);
    else visit(place);
  };
  return { going: pending ? to : null, follow, go };
}

/**
 * The browser goes to a place within the page: an address that is pushed makes nothing `:target`. It forgets the router's state on the
 * way, without which the way back from a page after it would change the address alone.
 */
function aimAt(hash: string): void {
  if (hash === '') return;
  const { state } = history;
  if (hash === location.hash) location.replace(hash);
  else location.hash = hash;
  history.replaceState(state, '');
}

/** Where the reader of the frame is being taken, null while they stay. */
export const Navigating = createContext<string | null>(null);
export const useNavigating = (): string | null => useContext(Navigating);

/** Asks the page as the browser would. Where it objects the browser itself goes, and asks its reader. */
const mayLeave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** The pressed link, if it leads to a page of ours or a place within this one, in this very tab. */
function softLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target !== '' || link.hasAttribute('download')) return null;
  return isForBrowser(link) ? null : link;
}

type Place = Pick<URL, 'origin' | 'pathname' | 'search' | 'hash'>;

/** What is none of these pages. */
const isForBrowser = ({ origin, pathname }: Place): boolean =>
  origin !== location.origin || pathname.startsWith('/api/');

const isWithinPage = ({ origin, pathname, search, hash }: Place): boolean =>
  hash !== '' && origin === location.origin && pathname === location.pathname && search === location.search;

'use client';

import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';

/** A list of links that can be searched, and outlives each pick: the links change under it, the words and the focus stay. */
export function MetricSearch({ html }: { html: string }) {
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other links are to be searched as well.
  useEffect(() => setFound(hideOthers(list.current, wanted)), [wanted, html]);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const links = shownLinks(list.current);
    if (event.key === 'Enter' && event.target === search.current) {
      event.preventDefault();
      links[0]?.click();
    } else if (step !== 0) {
      event.preventDefault();
      const next = links.indexOf(focused()) + step;
      (links[next] ?? search.current)?.focus();
    }
  };
  // The link pressed will not be there any more: the focus waits where the next one is looked for.
  const keepFocus = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('a')) search.current?.focus({ preventScroll: true });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows lead from the field to the links, which are what is used.
    <div className="menu-body" onKeyDown={move} onClick={keepFocus}>
      <input
        className="input needs-script"
        type="search"
        aria-label="Find a metric"
        placeholder="Find a metric"
        autoComplete="off"
        ref={search}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `staticHtml` made it, and React escaped whatever was put in. */}
      <div className="menu-list" ref={list} dangerouslySetInnerHTML={{ __html: html }} />
      <p className="menu-hint" role="status" hidden={found}>
        {found ? '' : 'No metric is called that.'}
      </p>
    </div>
  );
}

/** Whether any is left. */
function hideOthers(list: HTMLElement | null, wanted: string): boolean {
  const words = wanted.toLowerCase().split(/\s+/);
  for (const link of list?.querySelectorAll('a') ?? []) {
    const name = link.textContent.toLowerCase();
    link.hidden = !words.every((word) => name.includes(word));
  }
  for (const group of list?.querySelectorAll<HTMLElement>('.menu-group') ?? []) {
    group.hidden = group.querySelector('a:not([hidden])') === null;
  }
  return shownLinks(list).length > 0;
}

const focused = () => document.activeElement as HTMLAnchorElement;

const shownLinks = (list: HTMLElement | null): HTMLAnchorElement[] => [
  ...(list?.querySelectorAll<HTMLAnchorElement>('a:not([hidden])') ?? []),
];

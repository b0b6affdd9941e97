'use client';

import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { placeFinder } from '@/lib/views/places/find-places';
import { Button } from '../../../_ui/button';
import { PlaceList } from './place-list';
import { usePlaces } from './use-places';

/** A field, and below it what fits: the arrows choose while the focus stays in the field. */
export function PlaceSearch({ onChoose }: { onChoose: (href: string) => void }) {
  const { places, ask } = usePlaces();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const find = useMemo(() => (Array.isArray(places) ? placeFinder(places) : () => []), [places]);
  const groups = useMemo(() => find(query), [find, query]);
  const found = groups.flatMap((group) => group.places);
  const chosen = found[at];
  useEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (step !== undefined && found.length > 0) setAt((now) => (now + step + found.length) % found.length);
    else if (event.key === 'Enter') chosen && onChoose(chosen.href);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="input"
        type="text"
        role="combobox"
        aria-label="Go to"
        aria-expanded={found.length > 0}
        aria-controls="places"
        aria-autocomplete="list"
        aria-activedescendant={chosen && optionId(at)}
        placeholder="A page, week, metric, annotation or setting"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <p className="palette-said" role="status">
        {saidOf(places, found.length, query)}
        {places === 'failed' && <Button onClick={ask}>Try again</Button>}
      </p>
      {found.length > 0 && <PlaceList groups={groups} at={at} optionId={optionId} onChoose={onChoose} />}
    </>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const optionId = (at: number): string => `place-${at}`;

function saidOf(places: ReturnType<typeof usePlaces>['places'], found: number, query: string): string {
  if (places === 'failed') return 'The server did not answer. ';
  if (places === null) return 'Loading';
  if (found === 0) return `Nothing is called “${query.trim()}”.`;
  return `${found} ${found === 1 ? 'place' : 'places'}: the arrows choose, Enter goes there`;
}

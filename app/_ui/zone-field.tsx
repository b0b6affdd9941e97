'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ZoneOption } from '@/lib/views/words/time-zones';
import { SelectField } from './field';
import { type AskZoneTime, ZoneTime } from './zone-time';

type Props = {
  field: Pick<React.ComponentProps<typeof SelectField>, 'name' | 'label' | 'error' | 'defaultValue'>;
  options: readonly ZoneOption[];
  /** What the clock of the zone that is chosen at first shows, as if it were UTC. */
  wallMs: number;
  ask: AskZoneTime;
  hint: string;
  /** Choose the reader's own zone where the server had nothing better than its default. */
  preferOwn?: boolean;
};

/** A time zone, and what time it is there by the rules that the days here go by. */
export function ZoneField({ field, options, wallMs, ask, hint, preferOwn = false }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  const [zone, setZone] = useState(String(field.defaultValue));
  useEffect(() => {
    const own = preferOwn && select.current?.value === 'UTC' ? ownZone(options) : undefined;
    if (!select.current || own === undefined) return;
    select.current.value = own;
    setZone(own);
  }, [options, preferOwn]);
  const said: ReactNode = (
    <>
      {hint} <ZoneTime zone={zone} first={wallMs} ask={ask} />
    </>
  );
  return (
    <SelectField
      ref={select}
      {...field}
      options={options}
      hint={said}
      onChange={(event) => setZone(event.currentTarget.value)}
    />
  );
}

/** This browser's zone under its present name, whichever of its names the browser calls it by. */
function ownZone(options: readonly ZoneOption[]): string | undefined {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = options.find(({ value }) => value === own);
  return known?.now ?? known?.value;
}

import { afterEach, beforeEach } from 'vitest';
import type { Dialect } from '@/lib/adapters/db/drivers/db';
import { type OldPlace, oldDatabase } from './old-database';

/** A copy of what 01299b9 left behind for each test, under one name. */
export function oldPlacePerTest(kind: Dialect): OldPlace {
  const place = {} as OldPlace;
  beforeEach(async () => {
    Object.assign(place, await oldDatabase(kind));
  });
  afterEach(() => place.drop());
  return place;
}

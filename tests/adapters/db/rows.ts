import { randomUUID } from 'node:crypto';
import type { PeopleStore } from '@/lib/adapters/db/stores/people';
import type { NewReading } from '@/lib/adapters/db/stores/readings';
import type { Store } from '@/lib/adapters/db/stores/store';
import type { Day } from '@/lib/domain/day';
import { type AdoptionCounts, countFields } from '@/lib/domain/snapshot';

export const noon = new Date('2026-11-23T12:00:00.123Z');
export const after = (ms: number): Date => new Date(noon.getTime() + ms);
export const hourMs = 3_600_000;

/** Every count different, and all of them higher with a higher `base`. */
export const counts = (base = 100): AdoptionCounts =>
  Object.fromEntries(countFields.map((field, index) => [field, base + index])) as AdoptionCounts;

export const aReading = (day: Day, over: Partial<NewReading> = {}): NewReading => {
  const numbers = over.counts ?? counts();
  return {
    day,
    takenAt: new Date(`${day}T06:00:00.000Z`),
    source: 'scheduled',
    body: JSON.stringify(numbers),
    counts: numbers,
    runId: null,
    ...over,
  };
};

export async function anOrganisation(store: Store, name = 'Acme'): Promise<string> {
  const id = randomUUID();
  await store.organisations.create({ id, name, timeZone: 'Europe/Berlin', captureTime: '06:00', createdAt: noon });
  return id;
}

export async function aPerson(
  store: Store,
  organisationId: string,
  over: Partial<Parameters<PeopleStore['create']>[1]> = {},
): Promise<string> {
  const id = randomUUID();
  const person = { email: `${id}@example.com`, name: 'Ada', role: 'admin', status: 'active' } as const;
  await store.people.create(organisationId, { id, ...person, passwordHash: 'hash', createdAt: noon, ...over });
  return id;
}

/** `aPerson` as the one a session or a token of theirs belongs to. */
export const holderOf = (acme: string, ada: string) => ({
  id: ada,
  name: 'Ada',
  email: `${ada}@example.com`,
  role: 'admin',
  hasTotp: false,
  hasPasskey: false,
  organisation: { id: acme, name: 'Acme', timeZone: 'Europe/Berlin', captureTime: '06:00' },
});

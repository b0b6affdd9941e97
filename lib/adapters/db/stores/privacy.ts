import type { Db } from '../drivers/db';
import { type Erased, type Erasing, erasePerson } from '../privacy/erase-person';
import { forgetNetworks } from '../privacy/forget-networks';
import { sweep } from '../privacy/sweep';

export type PrivacyStore = {
  /** Answers out of how many entries of before `before` something was taken. */
  forgetNetworks(organisationId: string, forgetting: { before: Date; at: Date; by: string }): Promise<number>;
  /** Null when there is nobody of that id. */
  erasePerson(organisationId: string, erasing: Omit<Erasing, 'organisationId'>): Promise<Erased | null>;
  /** Deletes sessions and links that ended before an instant, and answers how many. */
  sweep(before: Date): Promise<{ sessions: number; links: number }>;
};

export const privacyStore = (db: Db): PrivacyStore => ({
  forgetNetworks: (organisationId, forgetting) =>
    db.atomically((tx) => forgetNetworks(tx, { organisationId, ...forgetting })),
  erasePerson: (organisationId, erasing) => db.atomically((tx) => erasePerson(tx, { organisationId, ...erasing })),
  sweep: (before) => db.atomically((tx) => sweep(tx, before)),
});

import 'server-only';
import type { ReactNode } from 'react';
import { type DatabaseRefusal, databaseRefusal } from '@/lib/services/parts/database-away';
import { setStatus, setUnavailable } from '@/server/response-status';
import { named } from './named';
import { PageRefusal, type RefusalStatus } from './refuse';

export type { DatabaseRefusal };

/** What a page shows instead of itself, by status; `away` when the database cannot be used. */
export type Refusals = Readonly<Partial<Record<RefusalStatus, ReactNode>>> & {
  readonly away?: (kind: DatabaseRefusal) => ReactNode;
};

/** A page that may refuse (`enter`, `valueOrRefuse`), or fail for the database: its refusal is ordinary content under its status, readable without a script. */
export const withRefusals =
  (refusals: Refusals) =>
  <P,>(make: (props: P) => Promise<ReactNode>) =>
  async (props: P): Promise<ReactNode> => {
    try {
      return await make(props);
    } catch (error) {
      const away = databaseRefusal(error);
      if (away !== null) {
        setUnavailable();
        if (refusals.away !== undefined) return refusals.away(away);
      }
      if (!(error instanceof PageRefusal) || refusals[error.status] === undefined) throw named(error);
      setStatus(error.status);
      return refusals[error.status];
    }
  };

import 'server-only';
import type { ReactNode } from 'react';
import { setStatus } from '@/server/response-status';
import { PageRefusal, type RefusalStatus } from './refuse';

/** What a page shows instead of itself, by status. */
export type Refusals = Readonly<Partial<Record<RefusalStatus, ReactNode>>>;

/** A page that may refuse (`enter`, `valueOrRefuse`): its refusal is ordinary content under its status, readable without a script. */
export const withRefusals =
  (refusals: Refusals) =>
  <P,>(make: (props: P) => Promise<ReactNode>) =>
  async (props: P): Promise<ReactNode> => {
    try {
      return await make(props);
    } catch (error) {
      if (!(error instanceof PageRefusal) || refusals[error.status] === undefined) throw error;
      setStatus(error.status);
      return refusals[error.status];
    }
  };

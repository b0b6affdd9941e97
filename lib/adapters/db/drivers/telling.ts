import type { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { DatabaseUnavailable } from './errors';

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;
type Queryable = Pick<Adapter, 'queryRaw' | 'executeRaw'>;
type Factory<P> = { readonly provider: P; readonly adapterName: string; connect(): Promise<Adapter> };

/** Hears of a database that cannot be used, whoever met it: doors tell people to try again, and only the log can tell why. */
export type OnTrouble = (trouble: DatabaseUnavailable) => void;

export const telling = <P>(factory: Factory<P>, onTrouble: OnTrouble): Factory<P> => ({
  provider: factory.provider,
  adapterName: factory.adapterName,
  connect: async () => {
    const adapter = await factory.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => told(await start(level).catch(tell), tell);
    return told(adapter, tell);

    function tell(error: unknown): never {
      if (error instanceof DatabaseUnavailable) onTrouble(error);
      throw error;
    }
  },
});

function told<Q extends Queryable>(queryable: Q, tell: (error: unknown) => never): Q {
  const query = queryable.queryRaw.bind(queryable);
  const execute = queryable.executeRaw.bind(queryable);
  queryable.queryRaw = (statement) => query(statement).catch(tell);
  queryable.executeRaw = (statement) => execute(statement).catch(tell);
  return queryable;
}

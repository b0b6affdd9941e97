import { PrismaPg } from '@prisma/adapter-pg';
import { DatabaseUnavailable, driverCode, driverKind } from './errors';
import { isAwayState } from './postgres-away';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Queryable = Pick<Adapter, 'queryRaw' | 'executeRaw'>;

/** Prisma's adapter with limits on waiting and one error for everything that means "the server is away". */
export function postgresAdapter(
  url: string,
): Pick<PrismaPg, 'provider' | 'adapterName'> & { connect(): Promise<Adapter> } {
  const schema = new URL(url).searchParams.get('schema');
  const factory = new PrismaPg(
    {
      connectionString: url,
      max: 10,
      connectionTimeoutMillis: 4_000,
      query_timeout: 30_000,
      keepAlive: true,
      application_name: 'enpass-adoption-history',
      // Prisma qualifies its own statements with the schema; ours by hand follow the search path.
      ...(schema === null ? {} : { options: `-c search_path="${schema}"` }),
    },
    schema === null ? {} : { schema },
  );
  const { provider, adapterName } = factory;
  return { provider, adapterName, connect: async () => shielded(await factory.connect()) };
}

function shielded(adapter: Adapter): Adapter {
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => shield(await translated(() => start(level)));
  return shield(adapter);
}

function shield<Q extends Queryable>(queryable: Q): Q {
  const query = queryable.queryRaw.bind(queryable);
  const execute = queryable.executeRaw.bind(queryable);
  queryable.queryRaw = (statement) => translated(() => query(findable(statement)));
  queryable.executeRaw = (statement) => translated(() => execute(statement));
  return queryable;
}

type Query = Parameters<Adapter['queryRaw']>[0];

/** PostgreSQL has no text with a NUL and fails when asked for one, where SQLite finds nothing: ask for what is not there either. */
const findable = (query: Query): Query =>
  /^\s*SELECT\b/i.test(query.sql)
    ? { ...query, args: query.args.map((arg) => (typeof arg === 'string' ? arg.replaceAll('\0', '\uFFFF') : arg)) }
    : query;

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw away(error) ? new DatabaseUnavailable('the database server does not answer') : error;
  }
}

const awayKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'DatabaseDoesNotExist',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
  'TlsConnectionError',
]);

function away(error: unknown): boolean {
  const kind = driverKind(error);
  // Every answer of the server is mapped to a kind; what has none came from the socket or the pool.
  if (kind === undefined) return error instanceof Error && !(error instanceof TypeError || error instanceof RangeError);
  return awayKinds.has(kind) || isAwayState(driverCode(error) ?? '');
}

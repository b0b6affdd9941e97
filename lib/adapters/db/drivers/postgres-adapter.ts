import { PrismaPg } from '@prisma/adapter-pg';
import pg, { type ClientConfig } from 'pg';
import { passingTables, tableNames } from '../backup/tables';
import { adapterError } from '../postgres/adapter-error';
import type { PostgresAddress } from '../postgres/address';
import { holdToBinding } from '../postgres/channel-binding';
import { addressOf, clientOptions, milliseconds } from '../postgres/client-options';
import { makeDo, type OnFewer } from '../postgres/fewer-connections';
import { type Place, placeOf } from '../postgres/place';
import { prepareSession, quoted, schemaOf } from '../postgres/session';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Queryable = Pick<Adapter, 'queryRaw' | 'executeRaw'>;

/** How many connections a process holds at most, where `connection_limit` says nothing. */
const usualLimit = 10;

/** Prisma's adapter with limits on waiting, one schema for every statement, and one error for everything that means "the server is away". */
export function postgresAdapter(
  url: string,
  onFewer: OnFewer = () => {},
): Pick<PrismaPg, 'provider' | 'adapterName'> & { connect(): Promise<Adapter> } {
  const address = addressOf(url);
  const options = clientOptions(address);
  const place = placeOf(options);
  const factory = new PrismaPg({
    ...options,
    max: Number(address.words.connection_limit ?? usualLimit),
    connectionTimeoutMillis: milliseconds(address.words.pool_timeout, 10_000),
    Client: connectingWithin(options, address),
    onConnect: prepareSession,
  });
  const connect = async () => {
    const adapter = await factory.connect();
    makeDo(adapter.underlyingDriver(), onFewer);
    try {
      return shielded(adapter, { place, schema: await schemaOf(adapter.underlyingDriver(), address) });
    } catch (error) {
      await adapter.dispose();
      throw adapterError(error, place);
    }
  };
  const { provider, adapterName } = factory;
  return { provider, adapterName, connect };
}

/** The pool knows one limit for both, waiting for a free connection and making a new one. */
const connectingWithin = ({ connectionTimeoutMillis }: ClientConfig, address: PostgresAddress) =>
  class extends pg.Client {
    constructor(options?: ClientConfig) {
      // The pool hides the password from whoever lists its options.
      super({ ...options, password: options?.password, connectionTimeoutMillis });
      holdToBinding(this, address);
    }
  };

type Known = { readonly place: Place; readonly schema: string };

function shielded(adapter: Adapter, known: Known): Adapter {
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => shield(await translated(() => start(level), known), known);
  // From this Prisma knows which schema to write before the names in its own statements.
  adapter.getConnectionInfo = () => ({ schemaName: known.schema, supportsRelationJoins: true });
  return shield(adapter, known);
}

function shield<Q extends Queryable>(queryable: Q, known: Known): Q {
  const query = queryable.queryRaw.bind(queryable);
  const execute = queryable.executeRaw.bind(queryable);
  const placed = inSchema(known.schema);
  queryable.queryRaw = (statement) => translated(() => query(placed(findable(statement))), known);
  queryable.executeRaw = (statement) => translated(() => execute(placed(statement)), known);
  return queryable;
}

type Query = Parameters<Adapter['queryRaw']>[0];

// Statements by hand name tables alone. A search path would do, were there no poolers, which forget it between transactions.
const table = new RegExp(`(?<!\\.)"(${[...tableNames, ...passingTables].join('|')})"`, 'g');
const inSchema =
  (schema: string) =>
  (query: Query): Query => ({
    ...query,
    sql: query.sql.replace(table, `${quoted(schema).replaceAll('$', '$$$$')}.$&`),
  });

/** PostgreSQL has no text with a NUL and fails when asked for one, where SQLite finds nothing: ask for what is not there either. */
const findable = (query: Query): Query =>
  /^\s*SELECT\b/i.test(query.sql)
    ? { ...query, args: query.args.map((arg) => (typeof arg === 'string' ? arg.replaceAll('\0', '\uFFFF') : arg)) }
    : query;

async function translated<T>(work: () => Promise<T>, { place }: Known): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw adapterError(error, place);
  }
}

import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';

/** The project's SQLite adapter with what the engine needs and the adapter lacks. */
export function sqliteAdapter(url, shadowDatabaseUrl) {
  const inner = new PrismaBetterSqlite3({ url }, shadowDatabaseUrl === undefined ? undefined : { shadowDatabaseUrl });
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => patched(await inner.connect()),
    connectToShadowDb: async () => patched(await inner.connectToShadowDb()),
  };
}

function patched(connection) {
  const queryRaw = connection.queryRaw.bind(connection);
  const executeRaw = connection.executeRaw.bind(connection);
  connection.queryRaw = async (query) => {
    try {
      return await queryRaw(query);
    } catch (error) {
      // The engine takes a missing bookkeeping table for a failure (P1014) instead of for "nothing applied yet".
      if (error?.cause?.kind !== 'TableDoesNotExist' || error.cause.table !== '_prisma_migrations') throw error;
      return { columnNames: [], columnTypes: [], rows: [] };
    }
  };
  // The driver prepares one statement at a time; the engine sends whole migrations.
  connection.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query);
    await connection.executeScript(query.sql);
    return 0;
  };
  return connection;
}

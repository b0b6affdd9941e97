#!/bin/sh
# @duckdb/node-api 1.5.6-r.1 (DuckDB 1.5.6): instants of a JSON file lose their zone, and a count blank at first is text
#
# One would expect `2026-02-27T06:00:00.000Z` to stay an instant in JSON as it does in CSV, and a column of numbers to be numbers wherever
# its first number stands. Instead:
# - `read_json` makes it a TIMESTAMP of UTC that knows no zone; `::TIMESTAMPTZ` then takes it for a time of the session's zone.
# - A column is guessed from the first 20,480 rows: blank there, it is VARCHAR in CSV and JSON in JSON.
# It shaped docs/data-tools.md, which names the casts that hold.
#
# Seen:
#   csv taken_at: TIMESTAMP WITH TIME ZONE, 1976-01-01 01:00:00-05
#   json takenAt: TIMESTAMP, 1976-01-01 06:00:00
#   json takenAt::TIMESTAMPTZ: 1976-01-01 06:00:00-05
#   json takenAt AT TIME ZONE 'UTC': 1976-01-01 01:00:00-05
#   csv active_users, blank in 21,000 rows: VARCHAR; with sample_size = -1: BIGINT; cast by COLUMNS: INTEGER, 7
#   json active_users, null in 21,000 rows: JSON; with sample_size = -1: BIGINT
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1

cat > types.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const days = Array.from({ length: 22_000 }, (_, at) => {
  const day = new Date(Date.UTC(1976, 0, 1 + at)).toISOString().slice(0, 10);
  return { day, active: at < 21_000 ? null : 7, taken: `${day}T06:00:00.000Z` };
});
const lines = days.map(({ day, active, taken }) => `${day},5,${active ?? ''},${taken},scheduled\r\n`);
writeFileSync('a.csv', `day,total_users,active_users,taken_at,source\r\n${lines.join('')}`);
const list = days.map(({ day, active, taken }) => ({
  day,
  enpass_active_users: { total_users: 5, active_users: active },
  takenAt: taken,
}));
writeFileSync('a.json', `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const first = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson()[0];
await first("SET TimeZone = 'America/New_York'");
const typed = (column, from) => first(`SELECT typeof(${column}), ${column}::VARCHAR FROM ${from} LIMIT 1`);

console.log(`csv taken_at: ${(await typed('taken_at', "'a.csv'")).join(', ')}`);
console.log(`json takenAt: ${(await typed('takenAt', "'a.json'")).join(', ')}`);
console.log(`json takenAt::TIMESTAMPTZ: ${(await typed('takenAt::TIMESTAMPTZ', "'a.json'"))[1]}`);
console.log(`json takenAt AT TIME ZONE 'UTC': ${(await typed("(takenAt AT TIME ZONE 'UTC')", "'a.json'"))[1]}`);
const all = ', sample_size = -1)';
const counts = 'COLUMNS(* EXCLUDE (day, taken_at, source))::INTEGER';
const cast = await first(`SELECT typeof(max(active_users)), max(active_users) FROM (SELECT day, ${counts} FROM 'a.csv')`);
console.log(
  `csv active_users, blank in 21,000 rows: ${(await typed('active_users', "'a.csv'"))[0]}; with sample_size = -1: ${(await typed('active_users', `read_csv('a.csv'${all}`))[0]}; cast by COLUMNS: ${cast.join(', ')}`,
);
const nested = 'enpass_active_users.active_users';
console.log(
  `json active_users, null in 21,000 rows: ${(await typed(nested, "'a.json'"))[0]}; with sample_size = -1: ${(await typed(nested, `read_json('a.json'${all}`))[0]}`,
);
JS

cat > expected <<'SEEN'
csv taken_at: TIMESTAMP WITH TIME ZONE, 1976-01-01 01:00:00-05
json takenAt: TIMESTAMP, 1976-01-01 06:00:00
json takenAt::TIMESTAMPTZ: 1976-01-01 06:00:00-05
json takenAt AT TIME ZONE 'UTC': 1976-01-01 01:00:00-05
csv active_users, blank in 21,000 rows: VARCHAR; with sample_size = -1: BIGINT; cast by COLUMNS: INTEGER, 7
json active_users, null in 21,000 rows: JSON; with sample_size = -1: BIGINT
SEEN
node types.mjs > seen
cat seen
diff expected seen || { echo 'DuckDB no longer behaves as described above.'; exit 1; }

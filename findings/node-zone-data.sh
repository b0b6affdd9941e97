#!/bin/sh
# node 20.20.2 and 24.21.0: zones whose winter they have wrong, and the names they do not list
#
# One would expect a Node that still gets releases to know this winter's clocks, and its list of zones to hold their present names. Instead:
# - A release line keeps the zone data it has until somebody asks for newer ones: 20.20.2 ends with those of 2025c, 24.21.0 has 2026c.
#   Measured against those of 2026f, which moment-timezone 0.6.6 carries.
# - `Intl.supportedValuesOf('timeZone')` and `resolvedOptions()` call a zone by the name that ICU was given first: Asia/Calcutta.
# It shaped lib/adapters/zones: rules and names come from packages where those are newer than Node.
#
# Seen (an hour off on 15 December 2026; whether it lists the present name; what it calls it):
#   v20.20.2 2025c: Africa/Casablanca Africa/El_Aaiun America/Edmonton America/Havana America/Inuvik America/Vancouver America/Winnipeg
#   v20.20.2 lists Asia/Kolkata: false, calls it Asia/Calcutta
#   v24.21.0 2026c: America/Havana America/Inuvik America/Winnipeg
#   v24.21.0 lists Asia/Kolkata: false, calls it Asia/Calcutta
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent moment-timezone@0.6.6
for version in 20.20.2 24.21.0; do
  mkdir "node-$version"
  echo '{ "private": true }' > "node-$version/package.json"
  (cd "node-$version" && npm install --no-audit --no-fund --silent "node@$version")
done

cat > zones.cjs <<'JS'
const moment = require('moment-timezone');

const winter = new Date('2026-12-15T12:00:00Z');

/** Minutes behind UTC, as this Node has it. */
function behind(timeZone) {
  const wall = new Date(`${winter.toLocaleString('sv-SE', { timeZone })}Z`);
  return Math.round((winter - wall) / 60_000);
}

const zones = Intl.supportedValuesOf('timeZone');
const wrong = zones.filter((zone) => behind(zone) !== moment.tz.zone(zone).utcOffset(winter));
const called = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Kolkata' }).resolvedOptions().timeZone;
console.log(`${process.version} ${process.versions.tz}: ${wrong.join(' ')}`);
console.log(`${process.version} lists Asia/Kolkata: ${zones.includes('Asia/Kolkata')}, calls it ${called}`);
JS

cat > expected <<'SEEN'
v20.20.2 2025c: Africa/Casablanca Africa/El_Aaiun America/Edmonton America/Havana America/Inuvik America/Vancouver America/Winnipeg
v20.20.2 lists Asia/Kolkata: false, calls it Asia/Calcutta
v24.21.0 2026c: America/Havana America/Inuvik America/Winnipeg
v24.21.0 lists Asia/Kolkata: false, calls it Asia/Calcutta
SEEN
for version in 20.20.2 24.21.0; do "node-$version/node_modules/.bin/node" zones.cjs; done > seen
cat seen
diff expected seen || { echo 'Node no longer behaves as described above.'; exit 1; }

#!/bin/sh
# @simplewebauthn/server 14.0.3: which keys a browser is asked for depends on the Node that asks
#
# One would expect one call with the same options to ask every browser for the same kinds of key, and its documentation names EdDSA, ES256
# and RS256 as the default. Instead ML-DSA-44 (-48), which is still experimental in Node, comes first where the Node at hand has it. A key
# that a browser makes then can be checked by that Node, and not by an older one that runs beside it or after a step back.
# It shaped lib/adapters/passkeys.ts: the algorithms are named in the options and again when an answer is checked.
#
# Seen:
#   v20.20.2 asks for -8 -7 -257
#   v24.21.0 asks for -48 -8 -7 -257
#   v24.21.0, with the algorithms named, asks for -8 -7 -257
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent @simplewebauthn/server@14.0.3
for version in 20.20.2 24.21.0; do
  mkdir "node-$version"
  echo '{ "private": true }' > "node-$version/package.json"
  (cd "node-$version" && npm install --no-audit --no-fund --silent "node@$version")
done

cat > ask.mjs <<'JS'
import { generateRegistrationOptions } from '@simplewebauthn/server';

const options = { rpName: 'Example', rpID: 'localhost', userName: 'ada' };
const asked = async (more) =>
  (await generateRegistrationOptions({ ...options, ...more })).pubKeyCredParams.map(({ alg }) => alg).join(' ');
console.log(`${process.version} asks for ${await asked({})}`);
console.log(`${process.version}, with the algorithms named, asks for ${await asked({ supportedAlgorithmIDs: [-8, -7, -257] })}`);
JS

for version in 20.20.2 24.21.0; do
  "$(find "node-$version" -path '*bin/node' -type f | head -n 1)" --no-warnings ask.mjs
done | tee seen
grep -qx 'v20.20.2 asks for -8 -7 -257' seen
grep -qx 'v24.21.0 asks for -48 -8 -7 -257' seen
[ "$(grep -c 'with the algorithms named, asks for -8 -7 -257$' seen)" = 2 ]
echo 'As seen before.'

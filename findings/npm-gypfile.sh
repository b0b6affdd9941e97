#!/bin/sh
# npm 10.9.4 and 11.19.1: `npm ci` has node-gyp build a package whose manifest says that there is nothing to build
#
# npm runs `node-gyp rebuild` by itself for a package with a binding.gyp, unless its package.json says `"gypfile": false`.
# better-sqlite3 13.2.0 says so, has its binaries in the package and no install script, and `npm install` leaves it alone.
# `npm ci` does not: it knows the package from the lock file, which does not keep that field. With Python, make and node's
# headers at hand the build makes nothing, unseen; where Python is missing, the whole installation fails.
# npm 12.2.2 is free of it, since it runs no install script that nobody allowed.
# It shaped .npmrc, which lets no package run anything when it is installed.
#
# Seen:
#   npm 10.9.4 install: runs nothing
#   npm 10.9.4 ci: runs node-gyp rebuild in better-sqlite3
#   npm 11.19.1 install: runs nothing
#   npm 11.19.1 ci: runs node-gyp rebuild in better-sqlite3
#   npm 12.2.2 install: runs nothing
#   npm 12.2.2 ci: runs nothing
#   "gypfile": false
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
# Stands in for the shell that runs install scripts: notes what it was to run, and runs nothing.
printf '#!/bin/sh\necho "runs $2 in $npm_package_name" >> "$ASKED"\n' > shell && chmod +x shell
export npm_config_script_shell="$folder/shell" npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false ASKED="$folder/asked"

for version in 10.9.4 11.19.1 12.2.2; do
  mkdir "npm-$version"
  echo '{ "private": true }' > "npm-$version/package.json"
  (cd "npm-$version" && npm install --silent "npm@$version")
  rm -rf app asked && mkdir app
  echo '{ "private": true, "dependencies": { "better-sqlite3": "13.2.0" } }' > app/package.json
  for command in install ci; do
    echo 'runs nothing' > asked
    (cd app && node "../npm-$version/node_modules/npm/bin/npm-cli.js" "$command" --silent > /dev/null 2>&1)
    echo "npm $version $command: $(tail -1 asked)"
  done
done > seen
grep -o '"gypfile": false' app/node_modules/better-sqlite3/package.json >> seen

cat > expected <<'SEEN'
npm 10.9.4 install: runs nothing
npm 10.9.4 ci: runs node-gyp rebuild in better-sqlite3
npm 11.19.1 install: runs nothing
npm 11.19.1 ci: runs node-gyp rebuild in better-sqlite3
npm 12.2.2 install: runs nothing
npm 12.2.2 ci: runs nothing
"gypfile": false
SEEN
cat seen
diff expected seen || { echo 'npm no longer behaves as described above.'; exit 1; }

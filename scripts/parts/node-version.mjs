// Old syntax on purpose, down to the first `await`: this file must be readable by the Node that is too old.
var parts = process.versions.node.split('.').map(Number);
var isOlderThan = (major, minor) => parts[0] < major || (parts[0] === major && parts[1] < minor);

if (isOlderThan(20, 19)) {
  process.stderr.write(
    'This application needs Node 22.12 or newer, and 24 is recommended; this is Node ' +
      process.versions.node +
      '. Install a newer one from nodejs.org or your distribution, then run the same command again.\n',
  );
  process.exit(1);
}

// Whatever imports this goes on only under a Node that the application runs on.
if (isOlderThan(22, 12)) await (await import('./newer-node.mjs')).goOnUnderNewerNode();
else if (process.env.ENDS_WITH_ITS_STARTER) (await import('./starter.mjs')).endWithStarter();

// Old syntax on purpose: this file must be readable by the Node that is too old.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  process.stderr.write(
    'This application needs Node 20.19 or newer; this is Node ' +
      process.versions.node +
      '. Install a newer one from nodejs.org or your distribution, then run the same command again.\n',
  );
  process.exit(1);
}

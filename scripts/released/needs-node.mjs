// Old syntax on purpose: this file must be readable by the Node that is too old. A release fetches nothing, so it says what is missing.
var parts = process.versions.node.split('.').map(Number);

if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 12)) {
  process.stderr.write(
    `This release needs Node 22.12 or newer (24 is recommended), and this is Node ${process.versions.node}.\n`,
  );
  process.exit(1);
}

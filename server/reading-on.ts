import type { IncomingMessage } from 'node:http';

// A client that is cut off while it sends never sees why; one that never ends is not waited for.
const mostBytes = 16 * 1024 * 1024;
const patienceMs = 10_000;

/** Throws away what is still being sent after the answer was given, for a while. */
export function readOn(request: IncomingMessage): void {
  if (request.complete) return;
  let bytes = 0;
  const cut = () => request.socket.destroy();
  const patience = setTimeout(cut, patienceMs);
  request.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > mostBytes) cut();
  });
  request.once('close', () => clearTimeout(patience));
}

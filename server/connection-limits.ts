import type { Server } from 'node:http';

/** How many may be connected at once, and how long each may take to say what they want. */
export function limitConnections(server: Server): void {
  server.maxConnections = 1000;
  server.headersTimeout = 20_000;
  // A file of 8 MB over a line of one megabit a second.
  server.requestTimeout = 120_000;
  // Longer than proxies keep a connection that waits (docs/reverse-proxies.md), so that none is closed while one sends.
  server.keepAliveTimeout = 65_000;
}

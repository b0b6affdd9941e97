import { openDatabase } from '@/lib/adapters/db/drivers/prisma';

// Prints whether this process got the lease. Waits for a line on standard input, so that all begin at once.
const [url = '', organisationId = '', runId = ''] = process.argv.slice(2);
const { store, close } = await openDatabase(url);
await store.ping();
console.log('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));
const now = new Date();
const lease = await store.leases.take(organisationId, { runId, now, expiresAt: new Date(now.getTime() + 60_000) });
console.log(lease === null ? 'lost' : 'won');
await close();
process.exit(0);

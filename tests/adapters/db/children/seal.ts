import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { createSecrets } from '@/lib/adapters/secrets';

// Prints what this process had to do to seal the chains. Waits for a line on standard input, so that all begin at once.
const [url = '', key = ''] = process.argv.slice(2);
const { store, seal, close } = await openDatabase(url, { sealing: createSecrets(() => [key]) });
await store.ping();
console.log('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));
console.log(await seal(new Date()));
await close();
process.exit(0);

import { migrate } from '@/lib/adapters/db/migrate/migrate';

const [url = '', dataDir = ''] = process.argv.slice(2);
console.log('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));
console.log(`applied ${(await migrate({ url, dataDir })).length}`);
process.exit(0);

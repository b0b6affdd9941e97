import { migrate } from '@/lib/adapters/db/migrate/migrate';

// Migrates as a start does, from the migrations below another folder than the project's.
const [url = '', dataDir = '', root = '.'] = process.argv.slice(2);
console.log('ready');
await migrate({ url, dataDir, root });

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL ?? 'file:./data/adoption.db';
const provider = /^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite';

// However Prisma is started: no question whether there is a newer one, and no word about this one.
process.env.CHECKPOINT_DISABLE = '1';
// Prisma's native schema engine is a download that closed networks refuse; ours runs the WASM build. '' uses the native one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('./scripts/schema-engine.mjs', import.meta.url));

export default defineConfig({
  schema: `prisma/${provider}`,
  migrations: { path: `prisma/${provider}/migrations` },
  datasource: { url },
});

import { vi } from 'vitest';
import { environmentSchema } from '@/lib/config/environment';
import { world } from '@/lib/runtime/runtime';
import type { World } from '@/lib/services/context';
import type { OldPlace } from './old-database';

const held = Symbol.for('enpass-adoption.world');

/** The world as a server's start builds it, in this process; `end` lets another be built. */
export async function startHere({ env }: Pick<OldPlace, 'env'>): Promise<World & { end(): Promise<void> }> {
  for (const name of Object.keys(environmentSchema.shape)) vi.stubEnv(name, env[name] ?? '');
  vi.stubEnv('LOG_LEVEL', 'silent');
  const built = await world();
  const end = async () => {
    await built.store.close();
    Reflect.deleteProperty(globalThis, held);
    vi.unstubAllEnvs();
  };
  return { ...built, end };
}

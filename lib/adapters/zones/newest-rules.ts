import type { RulesOf } from '@/lib/domain/zone-rules';
import { packagedRules, packagedVersion } from './packaged-rules';
import { systemFolder, systemRules, systemVersion } from './system-rules';

/** Whose zone rules decide when days begin, and of which release of the IANA database they are; `node` is what Node itself has. */
export type ZoneSource = {
  readonly from: 'node' | 'application' | 'system';
  readonly version: string;
  readonly node: string;
};

export type DecidingRules = ZoneSource & { readonly of: RulesOf };

type Options = { readonly node: string; readonly folder: string };

const here: Options = { node: process.versions.tz ?? 'none', folder: systemFolder };

/**
 * The newest of three: what came with this application, what the system keeps up to date, and Node's own, which wins a tie. Releases
 * are named by year and letter, so that the later one is the greater text.
 */
export function newestRules({ node, folder }: Options = here): DecidingRules {
  const shipped = packagedVersion();
  const system = systemVersion(folder) ?? '';
  const best = [node === 'none' ? '' : node, shipped, system].sort().at(-1);
  if (best === node) return { from: 'node', version: node, node, of: () => null };
  const packaged: DecidingRules = { from: 'application', version: shipped, node, of: packagedRules };
  if (best === shipped) return packaged;
  // A system whose files leave summer time to a formula cannot be read zone by zone: then the next best decides.
  const fallback = shipped > node ? packagedRules : () => null;
  return { from: 'system', version: system, node, of: (name) => systemRules(folder, name) ?? fallback(name) };
}

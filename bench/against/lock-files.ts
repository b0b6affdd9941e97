type Entry = { readonly version?: string; readonly integrity?: string };
export type Lock = { readonly packages: Readonly<Record<string, Entry>> };

/** True when every package of `theirs` lies at the same place of `mine` in the same version; `mine` may hold more. */
export const holdsAll = (mine: Lock, theirs: Lock): boolean =>
  Object.entries(theirs.packages).every(([path, entry]) => path === '' || same(mine.packages[path], entry));

const same = (mine: Entry | undefined, theirs: Entry): boolean =>
  mine !== undefined && mine.version === theirs.version && mine.integrity === theirs.integrity;

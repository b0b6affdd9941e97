/** Whose zone rules decide when days begin, and of which release of the IANA database they are. */
type Source = { readonly from: 'node' | 'application' | 'system'; readonly version: string; readonly node: string };

/** The rules of 2026f that came with this application (Node’s own are of 2025c) */
export function zoneRulesWords({ from, version, node }: Source): string {
  switch (from) {
    case 'node':
      return `Node’s time zone rules of ${version}`;
    case 'application':
      return `the time zone rules of ${version} that came with this application (Node’s own are of ${node})`;
    case 'system':
      return `this system’s time zone rules of ${version} (Node’s own are of ${node})`;
  }
}

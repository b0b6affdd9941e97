/** Every zone this machine knows, UTC first, and `current` even when it is an older name of one. */
export function timeZones(current: string): string[] {
  return [...new Set(['UTC', ...[current, ...Intl.supportedValuesOf('timeZone')].sort()])];
}

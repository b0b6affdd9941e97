import type { ZoneRules } from '@/lib/domain/zone-rules';
import { packageFile } from './package-file';

type Packed = { readonly version: string; readonly zones: readonly string[]; readonly links: readonly string[] };

// The data alone: the library around them would cost every process 60 ms and 10 MB.
const packed = (): Packed => packageFile('moment-timezone/data/packed/latest.json');

/** The release of the IANA time zone database that the package carries: 2026f. */
export const packagedVersion = (): string => packed().version;

/** The zone's rules as the package has them, under any of its names; null for a name that it does not know. */
export function packagedRules(name: string): ZoneRules | null {
  const { zones, links } = packed();
  const linked = links.map((link) => link.split('|')).find(([, alias]) => alias === name)?.[0] ?? name;
  const zone = zones.find((text) => text.startsWith(`${linked}|`));
  return zone === undefined ? null : unpacked(zone);
}

/**
 * `name|abbreviations|offsets|which|untils|population`: offsets are minutes behind UTC and untils minutes since the one before, in base
 * 60; `which` has one digit for each stretch, that of its offset (Moment Timezone's documentation, "Data Formats").
 */
function unpacked(text: string): ZoneRules {
  const [, , offsets = '', which = '', differences = ''] = text.split('|');
  const offsetsMs = offsets.split(' ').map((minutes) => -Math.round(base60(minutes) * 60) * 1000);
  const untils: number[] = [];
  for (const minutes of differences === '' ? [] : differences.split(' ')) {
    untils.push((untils.at(-1) ?? 0) + Math.round(base60(minutes) * 60) * 1000);
  }
  return {
    untils: [...untils, Number.POSITIVE_INFINITY],
    offsetsMs: [...which].map((digit) => offsetsMs[base60(digit)] ?? 0),
  };
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

function base60(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const above = [...whole].reduce((sum, digit) => sum * 60 + digits.indexOf(digit), 0);
  const below = [...fraction].reduceRight((sum, digit) => (sum + digits.indexOf(digit)) / 60, 0);
  return (text.startsWith('-') ? -1 : 1) * (above + below);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZoneRules } from '@/lib/domain/zone-rules';

export const systemFolder = '/usr/share/zoneinfo';

/** The release that the system's own zone data are of, by the head of their text form; null where there is none. */
export function systemVersion(folder: string): string | null {
  const head = read(join(folder, 'tzdata.zi'))?.subarray(0, 200).toString('latin1') ?? '';
  return /^# version (\d{4}[a-z]+)/.exec(head)?.[1] ?? null;
}

/** The zone's rules from its compiled file (RFC 9636, version 2 or later); null where they cannot be read, or leave the years to a formula. */
export function systemRules(folder: string, name: string): ZoneRules | null {
  if (!/^[A-Za-z][\w+-]*(\/[A-Za-z][\w+-]*)*$/.test(name)) return null;
  const file = read(join(folder, name));
  try {
    return file && rulesIn(file);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function read(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

const headBytes = 44;
// As far as files that spell their years out reach.
const spelledOut = Date.UTC(2037, 0, 1);

/** The second data block, with instants of eight bytes; the first is for readers of before 2005. Reading past the end throws a RangeError. */
function rulesIn(file: Buffer): ZoneRules | null {
  if (file.toString('latin1', 0, 4) !== 'TZif' || (file[4] ?? 0) < 0x32) return null;
  const first = countsAt(file, 0);
  const start = headBytes + sizeOf(first, 4);
  const { times, types, letters, leaps, walls, universals } = countsAt(file, start);
  const data = start + headBytes;
  const at = (index: number) => Number(file.readBigInt64BE(data + index * 8)) * 1000;
  const offsets = data + times * 9;
  const offsetMs = (type: number) => file.readInt32BE(offsets + type * 6) * 1000;
  const used = Array.from({ length: times }, (_, index) => file.readUInt8(data + times * 8 + index));
  const footer = offsets + types * 6 + letters + leaps * 12 + walls + universals;
  const untils = Array.from({ length: times }, (_, index) => at(index));
  const offsetsMs = [offsetMs(0), ...used.map(offsetMs)];
  // Without a comma the footer knows no summer time, so that the last offset holds for ever; else the table ends with its last change.
  const forEver = !file.toString('latin1', footer).includes(',');
  if (!forEver && (untils.at(-1) ?? 0) < spelledOut) return null;
  return forEver
    ? { untils: [...untils, Number.POSITIVE_INFINITY], offsetsMs }
    : { untils, offsetsMs: offsetsMs.slice(0, -1) };
}

type Counts = Record<'universals' | 'walls' | 'leaps' | 'times' | 'types' | 'letters', number>;

function countsAt(file: Buffer, start: number): Counts {
  const [universals, walls, leaps, times, types, letters] = [20, 24, 28, 32, 36, 40].map((place) =>
    file.readUInt32BE(start + place),
  ) as [number, number, number, number, number, number];
  return { universals, walls, leaps, times, types, letters };
}

const sizeOf = ({ times, types, letters, leaps, walls, universals }: Counts, instantBytes: number): number =>
  times * (instantBytes + 1) + types * 6 + letters + leaps * (instantBytes + 4) + walls + universals;

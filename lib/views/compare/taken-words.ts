import { dayIn, type TimeZone, timeIn } from '@/lib/domain/day';
import type { Snapshot } from '@/lib/domain/snapshot';
import { fullDay, zoneWords } from '../words/numbers';

type Made = Pick<Snapshot, 'takenAt' | 'source'>;

/** When what is compared came to be, for paper: there the frame is missing. */
export const takenWords = (sides: readonly Made[], timeZone: TimeZone): string =>
  `Snapshots ${sides.map((side) => momentWords(side, timeZone)).join(' and ')}, ${zoneWords(timeZone)}.`;

const momentWords = ({ takenAt, source }: Made, timeZone: TimeZone): string =>
  `${source === 'imported' ? 'imported' : 'taken'} ${fullDay(dayIn(takenAt, timeZone))} ${timeIn(takenAt, timeZone)}`;

import type { Day, TimeZone } from '@/lib/domain/day';
import type { Gap } from '@/lib/domain/gap';
import { metricIds, metrics } from '@/lib/domain/metrics/adoption';
import { gapReasonWords } from '../words/gaps';
import { metricName } from '../words/metrics';
import type { Cell } from './cells';
import type { Sheet } from './xlsx/workbook';

export type ExportFacts = {
  readonly organisation: string;
  readonly timeZone: TimeZone;
  /** What was asked for, in words. */
  readonly what: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly exportedAt: Date;
  readonly exportedBy: string;
  readonly gaps: readonly Gap[];
};

/** Every metric, so that the file explains itself. */
export const definitionsSheet = (): Sheet => ({
  name: 'Definitions',
  widths: [36, 30, 10, 24, 8, 110],
  head: ['Id', 'Name', 'Unit', 'Base', 'Good', 'What it counts'],
  pages: async function* () {
    yield metricIds.map((id): Cell[] => {
      const { unit, base, good, description } = metrics[id];
      return [id, metricName(id), unit, base && metricName(base), good === 'none' ? null : good, description];
    });
  },
});

/** Asked for its facts last: by then the rows before it have been read. */
export const aboutSheet = (facts: () => Promise<ExportFacts>): Sheet => ({
  name: 'About',
  widths: [24, 24, 10, 60],
  head: null,
  pages: async function* () {
    yield aboutRows(await facts());
  },
});

const aboutRows = (facts: ExportFacts): Cell[][] => [
  ['Organisation', facts.organisation],
  ['Time zone', facts.timeZone],
  ['Content', facts.what],
  ['From', facts.from === null ? null : { day: facts.from }],
  ['To', facts.to === null ? null : { day: facts.to }],
  ['Exported (UTC)', { instant: facts.exportedAt }],
  ['Exported by', facts.exportedBy],
  ['Blank cells', 'Unknown: never 0'],
  ['Rates', 'Ratios, shown as percentages; blank when the base is 0 or unknown'],
  [],
  ['Gaps: days without a snapshot', facts.gaps.length === 0 ? 'none' : null],
  ...(facts.gaps.length === 0 ? [] : [['From', 'To', 'Days', 'Reason']]),
  ...facts.gaps.map((gap): Cell[] => [{ day: gap.from }, { day: gap.to }, gap.days, gapReasonWords(gap)]),
];

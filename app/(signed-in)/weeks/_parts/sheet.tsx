import type { ReactNode } from 'react';
import type { Day } from '@/lib/domain/day';
import type { Week } from '@/lib/domain/week';
import type { Remark } from '@/lib/views/weeks/quality';
import type { WeekSheet } from '@/lib/views/weeks/week-sheet';
import { weekWords } from '@/lib/views/words/weeks';
import { cachedView } from '../../../_doors/cached-view';
import type { IconName } from '../../../_ui/icon';
import { Note } from '../../../_ui/note';
import { staticHtml } from '../../../_ui/static-html';
import { FlowTable } from './flow-table';
import { NumbersTable } from './numbers-table';

type Question = {
  sheet: WeekSheet;
  /** No link leads to days beyond it. */
  today: Day;
  week: Week /** Which completed review it was frozen with. */;
  hash: string | null;
};

/** The sheet of a week as HTML. */
export const sheetHtml = cachedView({
  name: 'week sheet as HTML',
  asks: ({ week, hash, today }: Question) => [week, hash, today],
  draw: ({ sheet, week, today }) => staticHtml(<Sheet sheet={sheet} week={week} today={today} />),
});

type SheetProps = { sheet: WeekSheet; week: Week; today: Day; children?: ReactNode };

/** One week on one page, live or frozen: every word of it comes from the sheet. */
export function Sheet({ sheet, week, today, children }: SheetProps) {
  return (
    <article className="panel doc" aria-label={`${sheet.title}, ${sheet.span}`}>
      <Summary sheet={sheet} week={week} />
      <section aria-labelledby="h-numbers">
        <h2 id="h-numbers">Numbers</h2>
        <NumbersTable numbers={sheet.numbers} week={week} today={today} />
      </section>
      <section aria-labelledby="h-flow">
        <h2 id="h-flow">Net flow between stages</h2>
        <FlowTable flows={sheet.flows} week={week} today={today} />
      </section>
      <section className="beside">
        <Remarks
          id="quality"
          title="Data quality"
          remarks={sheet.quality}
          none="Nothing to judge yet."
          icon={qualityIcon}
        />
        <Remarks
          id="watched"
          title="Targets and annotations"
          remarks={[...sheet.targets, ...sheet.annotations]}
          none="None in this week."
          icon={(_, at) => (at < sheet.targets.length ? 'target' : 'flag')}
        />
      </section>
      {children}
    </article>
  );
}

const qualityIcon = ({ tone }: Remark): IconName | undefined => (tone === 'bad' ? 'gap' : undefined);

function Summary({ sheet: { summary, planned }, week }: { sheet: WeekSheet; week: Week }) {
  const { sentences, strong, compared } = summary;
  return (
    <section aria-labelledby="h-summary">
      <h2 id="h-summary">Summary</h2>
      <p className="lede">
        {sentences.map((sentence, at) => (
          <span key={sentence}>
            {at > 0 && ' '}
            {at === 0 ? <Strong text={sentence} part={strong} /> : sentence}
          </span>
        ))}
      </p>
      <p className="small muted">{compared}</p>
      {planned && (
        <Note icon="chevron-right">
          <p className="kept">
            <b>Planned in {weekWords(planned.week, week)}:</b> {planned.text}
          </p>
        </Note>
      )}
    </section>
  );
}

function Strong({ text, part }: { text: string; part: string | null }) {
  const at = part === null ? -1 : text.indexOf(part);
  if (part === null || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b>{part}</b>
      {text.slice(at + part.length)}
    </>
  );
}

type RemarksProps = {
  id: string;
  title: string;
  remarks: readonly Remark[];
  none: string;
  icon: (remark: Remark, at: number) => IconName | undefined;
};

function Remarks({ id, title, remarks, none, icon }: RemarksProps) {
  return (
    <div className="stack tight">
      <h2 id={`h-${id}`}>{title}</h2>
      {remarks.length === 0 && <p className="text muted">{none}</p>}
      {remarks.map((remark, at) => (
        <Note key={`${remark.fact} ${remark.sentence}`} tone={remark.tone} icon={icon(remark, at)}>
          <p>
            <b>{remark.fact}</b> {remark.sentence}
          </p>
        </Note>
      ))}
    </div>
  );
}

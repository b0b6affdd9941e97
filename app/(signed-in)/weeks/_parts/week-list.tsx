import type { ReactNode } from 'react';
import type { Day } from '@/lib/domain/day';
import type { WeekPage } from '@/lib/services/weeks/list-weeks';
import { overviewPath, weekPath, weeksPath } from '@/lib/views/paths';
import { aroundWeek } from '@/lib/views/weeks/week-links';
import { type WeekLine, weekLines } from '@/lib/views/weeks/week-list';
import { firstWords } from '@/lib/views/words/excerpt';
import { ButtonLink } from '../../../_ui/button';
import { DefinitionLink, FigureLink } from '../../../_ui/calm-link';
import { Delta, Unknown } from '../../../_ui/delta';
import { Empty } from '../../../_ui/empty';
import { Pagination } from '../../../_ui/pagination';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';
import { StateChip } from './state-chip';

type Props = WeekPage & {
  /** Not the first page. */
  further: boolean;
  mayWrite: boolean;
  today: Day;
};

const columns = [
  { label: 'Week' },
  { label: 'Review' },
  { label: <DefinitionLink metric="adoption">Adoption at its close</DefinitionLink>, number: true },
  { label: 'Change', number: true },
  { label: 'Snapshots', number: true },
];

/** Weeks with their numbers, and how their review stands and begins. */
export function WeekList({ weeks, waiting, happened, next, further, mayWrite, today }: Props) {
  return (
    <>
      {weeks.length === 0 ? (
        <NoWeekYet />
      ) : (
        <Table caption="Weeks, newest first" columns={columns}>
          {weekLines(weeks).map((line) => (
            <WeekRow
              key={line.week}
              line={line}
              trend={aroundWeek('adoption', line.week, today)}
              said={firstWords(happened.get(line.week) ?? '')}
              chip={
                <StateChip
                  state={line.review}
                  revisions={line.revisions}
                  waits={waiting.includes(line.week)}
                  mayWrite={mayWrite}
                />
              }
            />
          ))}
        </Table>
      )}
      <Pagination label="Weeks" newest={further ? weeksPath() : null} older={next && weeksPath({ cursor: next })} />
    </>
  );
}

const NoWeekYet = () => (
  <Empty title="No week yet.">
    <p>The first one appears here with the first snapshot, and is due for its review the Monday after.</p>
    <ButtonLink href={overviewPath()}>See what comes first</ButtonLink>
  </Empty>
);

type RowProps = { line: WeekLine; trend: string; said: string; chip: ReactNode };

function WeekRow({ line, trend, said, chip }: RowProps) {
  return (
    <Row>
      <RowHead>
        <a className="strong" href={weekPath(line.week)}>
          {line.title}
        </a>
        <span className="more-text">{line.span}</span>
      </RowHead>
      <Cell className="wide-cell said">
        {chip}
        {said !== '' && (
          <p className="small muted">
            <bdi>{said}</bdi>
          </p>
        )}
      </Cell>
      <Cell className="num">
        <FigureLink metric="adoption" href={trend}>
          {line.adoption === '—' ? (
            <Unknown why={line.why.adoption} />
          ) : (
            <span className="strong">{line.adoption}</span>
          )}
        </FigureLink>
        <span className="more-text">{line.base}</span>
      </Cell>
      <Cell className="num at-end">
        <FigureLink metric="adoption" href={trend} again>
          {line.change ? <Delta {...line.change} /> : <Unknown why={line.why.change} />}
        </FigureLink>
      </Cell>
      <Cell className="num">
        <span className={line.gaps > 0 ? 'missed' : 'muted'}>{line.days}</span>
      </Cell>
    </Row>
  );
}

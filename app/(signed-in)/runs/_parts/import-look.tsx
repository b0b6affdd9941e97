'use client';

import { useRef } from 'react';
import type { ImportPicture } from '@/lib/views/imports/import-picture';
import { countWords, fullDay } from '@/lib/views/words/numbers';
import { Note } from '../../../_ui/note';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';
import { useBringIntoView } from '../../../_ui/use-bring-into-view';
import type { ImportLook as Look } from './import-state';
import './import.css';

/** What would change: in a sentence, as a picture, day by day. */
export function ImportLook({ look }: { look: Look }) {
  const { would, table, warnings, picture, of, isAnother } = look;
  const answer = useRef<HTMLDivElement>(null);
  useBringIntoView(answer, look);
  const columns = [
    { label: 'Day' },
    { label: 'What happens' },
    ...table.heads.map((label) => ({ label, number: true })),
  ];
  return (
    <div className="look answer" role="status" ref={answer}>
      {isAnother && (
        <Note tone="warn">
          <p>This is not what you looked at before. Look again, then import.</p>
        </Note>
      )}
      <p>
        <b>{would}</b> Nothing is written yet.
      </p>
      {picture && <Picture picture={picture} of={of} />}
      {warnings.map((words) => (
        <Note key={words} tone="warn">
          <p>{words}</p>
        </Note>
      ))}
      <div className="scroll">
        <Table caption="Days of the file" columns={columns}>
          {table.rows.map(({ day, fate, cells }) => (
            <Row key={day}>
              <RowHead className="nw">{day}</RowHead>
              <Cell className="nw">{fate}</Cell>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move.
                <Cell key={at} className="num">
                  {cell}
                </Cell>
              ))}
            </Row>
          ))}
        </Table>
      </div>
      {table.more && <p className="small muted">{table.more}</p>}
    </div>
  );
}

/** The history as it is, and what would come to it. */
function Picture({ picture, of }: { picture: ImportPicture; of: string }) {
  const { width, height, there, added, dots, from, to, low, high } = picture;
  const words = `${of} from ${fullDay(from)} to ${fullDay(to)}, between ${countWords(low)} and ${countWords(high)}`;
  return (
    <figure className="picture">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        <path className="there" d={there} />
        <path className="added" d={added} />
        {dots.map(({ x, y }) => (
          <circle key={x} className="added-dot" cx={x} cy={y} r="2.5" />
        ))}
      </svg>
      <figcaption className="small muted">
        {words}. Thin line: as it is. Thick line and dots: what would be added.
      </figcaption>
    </figure>
  );
}

import Link from 'next/link';
import type { CloseTable } from '@/lib/views/trends/week-closes';
import { plural } from '@/lib/views/words';
import { Delta, Unknown } from '../../../_ui/delta';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

/** The weeks of the picture, each with the way to its page. */
export function Closes({ closes: { heads, rows, more } }: { closes: CloseTable }) {
  const single = heads.at(-1) === 'Change';
  const made = (at: number) => single && at > 1 && at < heads.length - 2;
  const columns = heads.map((label, at) => ({ label, number: at > 1, className: made(at) ? 'drop-narrow' : '' }));
  return (
    <Panel id="closes" title="Weekly close" sub="Last snapshot of each week">
      <PanelBody>
        {rows.length === 0 ? (
          <p className="text muted">No snapshot in this period.</p>
        ) : (
          <div className="table-wrap">
            <Table caption="Weekly closes, newest first" columns={columns}>
              {rows.map(({ week, taken, unfinished, cells, change }) => (
                <Row key={week}>
                  <RowHead>
                    <Link href={`/weeks/${week}`} prefetch={false}>
                      W{week.slice(6)}
                    </Link>
                    {unfinished && <span className="faint small"> so far</span>}
                  </RowHead>
                  <Cell className="nw">{taken}</Cell>
                  {cells.map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move.
                    <Cell key={at} className={made(at + 2) ? 'num drop-narrow' : single ? 'num strong' : 'num'}>
                      {cell}
                    </Cell>
                  ))}
                  {single && <Cell className="num">{change ? <Delta {...change} /> : <Unknown />}</Cell>}
                </Row>
              ))}
            </Table>
          </div>
        )}
        {more > 0 && <p className="small faint">{plural(more, 'older week')}: see “Show as table”.</p>}
      </PanelBody>
    </Panel>
  );
}

import { refusalDetail, refusals } from '@/lib/views/words/refusals';
import type { DatabaseRefusal } from '../../_doors/answer/with-refusals';
import { Empty } from '../../_ui/empty';
import { PageHead } from '../../_ui/page-head';

/** Within the frame: what the page wanted to read or write, the database did not give or take. */
export function DatabaseAwayPage({ kind }: { kind: DatabaseRefusal }) {
  return (
    <>
      <PageHead title="Not just now" />
      <Empty title={`${refusals[kind].title}.`} level={2}>
        <p>{refusalDetail(kind)}</p>
      </Empty>
    </>
  );
}

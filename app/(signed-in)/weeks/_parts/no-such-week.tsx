import { weeksPath } from '@/lib/views/paths';
import { ButtonLink } from '../../../_ui/button';
import { Empty } from '../../../_ui/empty';
import { PageHead } from '../../../_ui/page-head';

export function NoSuchWeek() {
  return (
    <>
      <PageHead title="No such week" />
      <Empty title="There is nothing to show under this address." level={2}>
        <p>
          A week is named by its ISO year and number, like 2026-W47. There are weeks from that of the first snapshot to
          the one we are in, and revisions once a review was completed.
        </p>
        <p>
          <ButtonLink href={weeksPath()}>All weeks</ButtonLink>
        </p>
      </Empty>
    </>
  );
}

import { overviewPath } from '@/lib/views/paths';
import { ButtonLink } from '../../_ui/button';
import { Empty } from '../../_ui/empty';
import { PageHead } from '../../_ui/page-head';

/** Within the frame: the person is in the right house, only at a door that is not there. */
export function MissingPage() {
  return (
    <>
      <PageHead title="There is nothing here" />
      <Empty title="It was removed, or the address is mistyped." level={2}>
        <p>Somebody may have removed what stood here; completed reviews keep what they showed.</p>
        <p>
          <ButtonLink href={overviewPath()}>Go to the overview</ButtonLink>
        </p>
      </Empty>
    </>
  );
}

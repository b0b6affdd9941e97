import { overviewPath } from '@/lib/views/paths';
import { ButtonLink } from '../../../_ui/button';
import { Empty } from '../../../_ui/empty';

export const NoHistory = () => (
  <div className="body">
    <Empty title="No line yet." level={2}>
      <p>The line begins with the first snapshot and grows by a point a day. A day that is missed stays a gap.</p>
      <ButtonLink href={overviewPath()}>See what comes first</ButtonLink>
    </Empty>
  </div>
);

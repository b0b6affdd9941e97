import { overviewPath } from '@/lib/views/paths';
import { ButtonLink } from '../../_ui/button';
import { Empty } from '../../_ui/empty';
import { PageHead } from '../../_ui/page-head';

export function ForbiddenPage() {
  return (
    <>
      <PageHead title="This page is not for your role" />
      <Empty title="You are signed in, but your role does not include this page." level={2}>
        <p>
          An administrator can change roles in Settings, People and roles. If a link brought you here, tell its sender.
        </p>
        <p>
          <ButtonLink href={overviewPath()}>Go to the overview</ButtonLink>
        </p>
      </Empty>
    </>
  );
}

import { withRefusals } from '../../_doors/answer/with-refusals';
import { DatabaseAwayPage } from './database-away-page';
import { ForbiddenPage } from './forbidden-page';
import { MissingPage } from './missing-page';

/** A page within the frame. */
export const signedInPage = withRefusals({
  403: <ForbiddenPage />,
  404: <MissingPage />,
  away: (kind) => <DatabaseAwayPage kind={kind} />,
});

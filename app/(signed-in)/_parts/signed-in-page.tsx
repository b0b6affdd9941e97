import { withRefusals } from '../../_doors/answer/with-refusals';
import { ForbiddenPage } from './forbidden-page';
import { MissingPage } from './missing-page';

/** A page within the frame. */
export const signedInPage = withRefusals({ 403: <ForbiddenPage />, 404: <MissingPage /> });

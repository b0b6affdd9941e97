import { withRefusals } from '../../../_doors/answer/with-refusals';
import { ForbiddenPage } from '../../_parts/forbidden-page';
import { NoSuchWeek } from './no-such-week';

/** A page of one week. */
export const weekPage = withRefusals({ 403: <ForbiddenPage />, 404: <NoSuchWeek /> });

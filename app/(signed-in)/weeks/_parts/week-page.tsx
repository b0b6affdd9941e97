import { pageOr } from '../../../_doors/page-or';
import { ForbiddenPage } from '../../_parts/forbidden-page';
import { NoSuchWeek } from './no-such-week';

/** A page of one week. */
export const weekPage = pageOr({ 403: <ForbiddenPage />, 404: <NoSuchWeek /> });

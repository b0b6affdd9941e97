import { pageOr } from '../../../_doors/page-or';
import { NotYours } from '../../_parts/forbidden-page';
import { NoSuchWeek } from './no-such-week';

/** A page of one week. */
export const weekPage = pageOr({ 403: <NotYours />, 404: <NoSuchWeek /> });

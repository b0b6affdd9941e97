import { pageOr } from '../../../_doors/page-or';
import Forbidden from '../../forbidden';
import NoSuchWeek from '../[week]/not-found';

/** A page of one week. */
export const weekPage = pageOr({ 403: <Forbidden />, 404: <NoSuchWeek /> });

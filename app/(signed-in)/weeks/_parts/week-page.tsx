import { withRefusals } from '../../../_doors/answer/with-refusals';
import { NotYours } from '../../_parts/not-yours';
import { NoSuchWeek } from './no-such-week';

/** A page of one week. */
export const weekPage = withRefusals({ 403: <NotYours />, 404: <NoSuchWeek /> });

import { pageOr } from '../../_doors/page-or';
import { NotYours } from './forbidden-page';
import { NothingHere } from './missing-page';

/** A page within the frame. */
export const framedPage = pageOr({ 403: <NotYours />, 404: <NothingHere /> });

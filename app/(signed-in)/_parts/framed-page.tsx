import { pageOr } from '../../_doors/page-or';
import Forbidden from '../forbidden';
import NothingHere from '../not-found';

/** A page within the frame. */
export const framedPage = pageOr({ 403: <Forbidden />, 404: <NothingHere /> });

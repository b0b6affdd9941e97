import { pageOr } from '../../_doors/page-or';
import { ForbiddenPage } from './forbidden-page';
import { MissingPage } from './missing-page';

/** A page within the frame. */
export const framedPage = pageOr({ 403: <ForbiddenPage />, 404: <MissingPage /> });

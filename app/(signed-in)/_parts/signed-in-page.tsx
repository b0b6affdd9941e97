import { withRefusals } from '../../_doors/answer/with-refusals';
import { NotYours } from './not-yours';
import { NothingHere } from './nothing-here';

/** A page within the frame. */
export const signedInPage = withRefusals({ 403: <NotYours />, 404: <NothingHere /> });

import { atOneMoment } from './database-rows';
import { judged, type ParseBody, type Verification, verifyRows } from './verifier';

/** Checks that nothing kept was altered or lost, on the database as it is at this moment, while the server goes on. */
export const verify = ({ url, parse }: { url: string; parse: ParseBody }): Promise<Verification> =>
  atOneMoment(url, ({ rows }) => verifyRows(rows, parse), judged);

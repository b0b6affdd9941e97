import { annotationOperations } from './annotations';
import { auditOperations } from './audit';
import { connectionOperations } from './connection';
import { documentOperations } from './documents';
import { forecastOperations } from './forecasts';
import { meOperations } from './me';
import type { Operation } from './operation';
import { peopleOperations } from './people';
import { reviewOperations } from './reviews';
import { runOperations } from './runs';
import { snapshotOperations } from './snapshots';
import { targetOperations } from './targets';
import { transferOperations } from './transfer';
import { trendOperations } from './trends';
import { weekOperations } from './weeks';

/** Everything the API does, in the order of its document; a test compares it with the route files. */
export const operations: readonly Operation[] = [
  ...snapshotOperations,
  ...trendOperations,
  ...forecastOperations,
  ...weekOperations,
  ...reviewOperations,
  ...targetOperations,
  ...annotationOperations,
  ...transferOperations,
  ...runOperations,
  ...connectionOperations,
  ...peopleOperations,
  ...meOperations,
  ...auditOperations,
  ...documentOperations,
];

import { empty, join, raw, type Sql, sqltag } from '@prisma/client/runtime/client';
import type { Day } from '@/lib/domain/day';
import type { Held } from '@/lib/domain/forecast-record';
import type { StoredForecast } from '@/lib/domain/forecasts-of-day';
import { isMetricId, type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { tables } from '../backup/tables';
import type { Db } from '../drivers/db';
import { insertAll } from './bulk';

export type ForecastStore = {
  /** The forecasts of one day, in place of those it had. */
  record(organisationId: string, madeOn: Day, forecasts: readonly StoredForecast[]): Promise<void>;
  /** Of each metric's forecasts for days that have a snapshot by now: how many there are, and how many of their ranges held it. */
  held(organisationId: string, ids: readonly MetricId[]): Promise<Map<MetricId, Held>>;
};

export const forecastStore = (db: Db): ForecastStore => ({
  record: (organisationId, madeOn, forecasts) =>
    db.atomically(async (tx) => {
      await tx.sql.forecast.deleteMany({ where: { organisationId, madeOn } });
      const rows = forecasts.map((forecast) => ({ organisationId, madeOn, ...forecast }));
      await insertAll(tx, { table: tables.Forecast, rows });
    }),
  held: async (organisationId, ids) => {
    if (ids.length === 0) return new Map();
    const rows = await db.sql.$queryRaw<Row[]>`${join(
      ids.map((id) => comeDue(organisationId, id)),
      ' UNION ALL ',
    )}`;
    return new Map(rows.flatMap(heldIn));
  },
});

type Row = { metric: string; held: bigint | number | null; of: bigint | number };

const heldIn = ({ metric, held, of }: Row): [MetricId, Held][] =>
  isMetricId(metric) ? [[metric, { held: Number(held ?? 0), of: Number(of) }]] : [];

/** What came is looked up here: reading thousands of forecasts to compare them would cost a page more than all else. */
function comeDue(organisationId: string, id: MetricId): Sql {
  const { part, base } = metrics[id];
  const divided = base === null ? empty : raw(` / NULLIF(s."${base}", 0)`);
  const came = sqltag`CAST(${raw(`s."${part}"`)} AS double precision)${divided}`;
  return sqltag`
    SELECT CAST(${id} AS text) AS "metric", COUNT(*) AS "of",
      SUM(CASE WHEN f."low" - 0.000000001 <= ${came} AND ${came} <= f."high" + 0.000000001 THEN 1 ELSE 0 END) AS "held"
    FROM "Forecast" f JOIN "Snapshot" s ON s."organisationId" = f."organisationId" AND s."day" = f."forDay"
    WHERE f."organisationId" = ${organisationId} AND f."metric" = ${id} AND ${came} IS NOT NULL`;
}

import { forecastQuery } from '@/lib/api/forecast';
import { valueFault } from '@/lib/api/target';
import { daysBetween } from '@/lib/domain/day';
import { isRefused } from '@/lib/domain/forecast';
import { type Arrival, arrivalOf } from '@/lib/domain/forecast-arrival';
import { type ForecastView, forecastView } from '@/lib/domain/forecast-view';
import { ok, type Result } from '@/lib/domain/result';
import { directionOf } from '@/lib/domain/target';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { outlookOf } from './parts/read-outlook';

const furthestDays = 3650;

export type ForecastAnswer = ForecastView & { readonly arrival: Arrival | null };

/** What a metric is expected to be on a day, and when it reaches a value. */
export const viewForecast = service({
  permission: 'adoption:see',
  input: forecastQuery,
  run: async (ctx, { metric, on, value }): Promise<Result<ForecastAnswer, InvalidInput>> => {
    const today = ctx.today();
    if (on < today) return invalid('on', 'must not be before today');
    if (daysBetween(today, on) > furthestDays) return invalid('on', 'at most ten years ahead');
    const fault = value === undefined ? null : valueFault({ metric, value });
    if (fault) return invalid('value', fault);
    const { forecast, made } = await outlookOf(ctx, metric);
    const view = forecastView(forecast, { metric, on, today, made });
    if (value === undefined || isRefused(forecast)) return ok({ ...view, arrival: null });
    const aim = { value, direction: directionOf(metric, value, forecast.last.value) };
    const arrival = arrivalOf(forecast, aim, today);
    return ok({ ...view, arrival: view.refused ? { ...arrival, earliest: null } : arrival });
  },
});

import { type Day, isDay } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { isMetricId, metrics } from '@/lib/domain/metrics/adoption';
import { type Interval, type TrendPreset, trendPresetNames } from '@/lib/domain/trend-span';
import type { ExportFormat } from '../exports/formats';
import { exportPath, trendsPath } from '../paths';

/** What may be drawn beside the lines. */
export const layers = ['previous', 'target', 'forecast', 'annotations'] as const;
export type Layer = (typeof layers)[number];

/** Everything an address of the trends page says. `interval` is null when the length of the period decides. */
export type TrendsState = {
  readonly metrics: readonly MetricId[];
  readonly period: TrendPreset | 'dates';
  readonly from: Day | null;
  readonly to: Day | null;
  readonly interval: Interval | null;
  readonly layers: readonly Layer[];
};

export type Params = Readonly<Record<string, string | string[] | undefined>>;
export type Fault = { readonly path: string; readonly message: string };

/** An address taken apart: `query` is for the service, which judges it. */
export type ParsedAddress = {
  readonly query: Record<string, unknown>;
  readonly layers: readonly Layer[];
  readonly faults: readonly Fault[];
};

const formMark = 'line';

/** Reads what a link or a form gives; empty fields say nothing, and two days without a period are a period. */
export function readAddress(params: Params): ParsedAddress {
  const given = Object.entries(params).filter(
    ([name, value]) => name !== '_rsc' && value !== '' && value !== undefined,
  );
  const { show, compare, ...rest } = Object.fromEntries(given);
  if (rest.period === undefined && (rest.from !== undefined || rest.to !== undefined)) rest.period = 'dates';
  if (rest.period !== 'dates') {
    delete rest.from;
    delete rest.to;
  }
  const shown = listOf(show);
  const unknown = shown.filter((name) => name !== formMark && !isLayer(name));
  const chosen =
    show === undefined
      ? usualLayers(new Set(listOf(rest.metric)).size)
      : layers.filter((layer) => shown.includes(layer));
  const wanted = compare === 'previous' && !chosen.includes('previous') ? (['previous', ...chosen] as const) : chosen;
  const asked = compare === undefined || compare === 'previous' ? previousOf(wanted) : compare;
  return {
    query: asked === undefined ? rest : { ...rest, compare: asked },
    layers: wanted,
    faults: unknown.length > 0 ? [{ path: 'show', message: `one or several of ${layers.join(', ')}` }] : [],
  };
}

/** What a query in writing gives, as a page gets it: a text, or a list of what is said more than once. */
export function paramsOf(query: string): Params {
  const said = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(said.keys())].map((name) => {
      const [first, ...others] = said.getAll(name);
      return [name, others.length === 0 ? first : said.getAll(name)];
    }),
  );
}

/** The state that an address stands for, once the service has taken it. */
export function stateOf(
  ids: readonly MetricId[],
  { query, layers: shown }: Pick<ParsedAddress, 'query' | 'layers'>,
): TrendsState {
  const { period, from, to, interval } = query;
  return {
    metrics: ids,
    period: period === 'dates' ? 'dates' : (trendPresetNames.find((name) => name === period) ?? '12w'),
    from: typeof from === 'string' && isDay(from) ? from : null,
    to: typeof to === 'string' && isDay(to) ? to : null,
    interval: interval === 'day' || interval === 'week' ? interval : null,
    layers: shown,
  };
}

const previousOf = (shown: readonly Layer[]) => (shown.includes('previous') ? 'previous' : undefined);

/** What an address shows that says nothing of layers: one line has room for everything around it, several only for what happened. */
export const usualLayers = (lines: number): readonly Layer[] => (lines > 1 ? ['annotations'] : layers);

/**
 * The address of this state with changes; as short as it can be while it still says everything. What is drawn beside the lines
 * stays as it is, whatever else changes.
 */
export function trendsHref(state: TrendsState, change: Partial<TrendsState> = {}): string {
  const next = { ...state, ...change };
  return trendsPath({ ...linesAndDays(next), show: isUsual(next) ? undefined : [formMark, ...next.layers] });
}

/** The query of this state's address: what a saved view keeps. */
export const queryOf = (state: TrendsState): string => {
  const href = trendsHref(state);
  return href.slice(href.indexOf('?') + 1);
};

/** The file with the numbers of this state. */
export const exportHref = (state: TrendsState, format: ExportFormat): string =>
  exportPath({ format, of: 'trend', ...linesAndDays(state), compare: previousOf(state.layers) });

const linesAndDays = ({ metrics: ids, period, from, to, interval }: TrendsState) => ({
  metric: ids,
  period,
  ...(period === 'dates' && from && to && { from, to }),
  interval: interval ?? undefined,
});

/** What a form has to carry besides its own controls, so that nothing of the state is lost. */
export function hiddenFields(state: TrendsState, own: readonly string[]): readonly (readonly [string, string])[] {
  const usual = isUsual(state) && !own.includes('show');
  const all: (readonly [string, string])[] = [
    ...state.metrics.map((id) => ['metric', id] as const),
    ['period', state.period],
    ['from', state.from ?? ''],
    ['to', state.to ?? ''],
    ['interval', state.interval ?? ''],
    ...(usual ? [] : [formMark, ...state.layers].map((layer) => ['show', layer] as const)),
  ];
  const carried = all.filter(([name, value]) => value !== '' && !own.includes(name));
  return own.includes('show') ? [...carried, ['show', formMark]] : carried;
}

/** The metrics with one more, or this one alone where the scale is another. */
export function withMetric(chosen: readonly MetricId[], id: MetricId): readonly MetricId[] {
  return chosen.every((other) => isSameScale(other, id)) ? [...chosen.filter((other) => other !== id), id] : [id];
}

export const isSameScale = (a: MetricId, b: MetricId): boolean =>
  (metrics[a].base === null) === (metrics[b].base === null);

/** As far as they are metrics: to keep the controls filled in when the rest of an address makes no sense. */
export const metricsIn = (params: Params): MetricId[] => [...new Set(listOf(params.metric))].filter(isMetricId);

const isUsual = ({ metrics: { length }, layers: chosen }: Pick<TrendsState, 'metrics' | 'layers'>): boolean =>
  usualLayers(length).length === chosen.length && chosen.every((layer) => usualLayers(length).includes(layer));

const isLayer = (name: string): name is Layer => layers.some((layer) => layer === name);

const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

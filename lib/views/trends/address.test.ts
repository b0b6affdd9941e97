import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MetricId, metricIds } from '@/lib/domain/metrics/adoption';
import { trendPresetNames } from '@/lib/domain/trend-span';
import { trendsQuery } from '../../api/trend';
import {
  exportHref,
  hiddenFields,
  layers,
  paramsOf,
  readAddress,
  stateOf,
  type TrendsState,
  trendsHref,
  withMetric,
} from './address';
import { metricMenu } from './trend-menu';

const paramsIn = (href: string) => paramsOf(href.slice(href.indexOf('?') + 1));

const someMetrics: fc.Arbitrary<readonly MetricId[]> = fc.oneof(
  fc.subarray(metricIds.slice(0, 17), { minLength: 1, maxLength: 4 }),
  fc.subarray(metricIds.slice(17), { minLength: 1, maxLength: 4 }),
);
const someState: fc.Arbitrary<TrendsState> = fc.record({
  metrics: someMetrics,
  period: fc.constantFrom(...trendPresetNames),
  from: fc.constant(null),
  to: fc.constant(null),
  interval: fc.constantFrom('day', 'week', null),
  layers: fc.subarray([...layers]),
});
const someDates = someState.map(
  (state): TrendsState => ({ ...state, period: 'dates', from: '2026-09-01', to: '2026-11-23' }),
);

describe('an address', () => {
  test('brings back the very state it was made from, whatever is shown', () => {
    fc.assert(
      fc.property(fc.oneof(someState, someDates), (state) => {
        const asked = readAddress(paramsIn(trendsHref(state)));
        expect(asked.faults).toEqual([]);
        const parsed = trendsQuery.safeParse(asked.query);
        expect(parsed.success && parsed.data.metric).toEqual(state.metrics);
        expect(stateOf(state.metrics, asked)).toEqual(state);
        expect(asked.query.compare).toBe(state.layers.includes('previous') ? 'previous' : undefined);
      }),
    );
  });

  test('a form that carries the hidden fields and ticks what is shown says the same', () => {
    fc.assert(
      fc.property(fc.oneof(someState, someDates), (state) => {
        const sent = [...hiddenFields(state, ['show']), ...state.layers.map((layer) => ['show', layer] as const)];
        const address = `/trends?${new URLSearchParams(sent.map(([name, value]) => [name, value]))}`;
        expect(stateOf(state.metrics, readAddress(paramsIn(address)))).toEqual(state);
      }),
    );
  });

  test('without anything shows adoption with all around it, several lines only with annotations', () => {
    expect(readAddress({})).toEqual({ query: { compare: 'previous' }, layers, faults: [] });
    expect(readAddress({ metric: ['adoption', 'usage'] }).layers).toEqual(['annotations']);
    expect(readAddress({ metric: ['adoption', 'usage'], compare: 'previous' }).layers).toEqual([
      'previous',
      'annotations',
    ]);
  });

  test('two days mean a period of dates; empty fields and the router’s own mark mean nothing', () => {
    expect(readAddress({ from: '2026-01-01', to: '2026-02-01' }).query).toMatchObject({ period: 'dates' });
    expect(readAddress({ period: '4w', from: '', to: '', _rsc: 'x', show: 'line' }).query).toEqual({ period: '4w' });
  });

  test('what makes no sense is left for the service to refuse, or named here', () => {
    expect(readAddress({ show: 'everything' }).faults).toEqual([
      { path: 'show', message: 'one or several of previous, target, forecast, annotations' },
    ]);
    expect(readAddress({ compare: 'next', form: '1' }).query).toEqual({ compare: 'next', form: '1' });
  });

  test('a file has the same days and lines', () => {
    const state = { ...stateOf(['adoption'], readAddress({ period: '26w' })), interval: 'week' as const };
    expect(exportHref(state, 'csv')).toBe(
      '/api/v1/export?format=csv&of=trend&metric=adoption&period=26w&interval=week&compare=previous',
    );
  });
});

describe('choosing a metric', () => {
  test('of the same scale adds it, of the other scale takes the place of all', () => {
    expect(withMetric(['adoption'], 'usage')).toEqual(['adoption', 'usage']);
    expect(withMetric(['adoption', 'usage'], 'using_enpass')).toEqual(['using_enpass']);
    expect(withMetric(['assigned_license'], 'using_enpass')).toEqual(['assigned_license', 'using_enpass']);
  });

  test('four are the most, and then only another scale is offered, and to take one away', () => {
    const state = stateOf(['adoption', 'usage', 'active', 'autofill'], readAddress({}));
    const menu = metricMenu(state);
    expect([menu.label, menu.full]).toEqual(['Four at most', true]);
    expect(menu.groups.map(({ title, items }) => [title, items.length, items.every(({ shown }) => shown)])).toEqual([
      ['Rates', 4, true],
      ['Counts have another scale: instead of these', 17, false],
    ]);
    expect(metricMenu(stateOf(['adoption'], readAddress({}))).groups[0]?.items.map(({ id }) => id)).not.toContain(
      'adoption',
    );
  });

  test('leaves what is drawn beside the lines as it was chosen, there and back', () => {
    fc.assert(
      fc.property(fc.subarray([...layers]), someMetrics, someMetrics, (chosen, before, after) => {
        const state = { ...stateOf(before, readAddress({})), layers: chosen };
        const href = trendsHref(state, { metrics: after });
        expect(readAddress(paramsIn(href)).layers).toEqual(chosen);
      }),
    );
    const alone = stateOf(['adoption'], readAddress({ metric: 'adoption' }));
    const two = trendsHref(alone, { metrics: ['adoption', 'usage'] });
    expect(readAddress(paramsIn(two)).layers).toEqual(layers);
  });
});

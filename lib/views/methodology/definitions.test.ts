import { expect, test } from 'vitest';
import { metricIds, metrics } from '@/lib/domain/metrics/adoption';
import { contents, definitions, metricEntries } from './definitions';

const { rates, counts } = metricEntries();

test('every metric of the catalogue is explained once', () => {
  expect([...counts, ...rates].map(({ id }) => id).sort()).toEqual([...metricIds].sort());
});

test('a rate names its part and its base as the catalogue has them', () => {
  for (const { id, formula } of rates) {
    const { part, base } = metrics[id];
    expect(formula).toBe(`${metrics[part].label} ÷ ${base && metrics[base].label}`);
  }
});

test('a count is named as Enpass names it', () => {
  for (const { id, formula } of counts) expect(formula).toBe(id);
});

test('every metric says what it counts, what moves it and what to do when it stalls', () => {
  for (const entry of [...counts, ...rates]) {
    for (const text of [entry.counts, entry.moves, entry.stalls]) expect(text, entry.id).toMatch(/^\S.*\.$/);
  }
});

test('each metric and each definition has an address of its own, a metric by its id', () => {
  const groups = contents();
  const ids = groups.flatMap(({ id, entries }) => [id, ...entries.map((entry) => entry.id)]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining([...metricIds, ...definitions.map(({ id }) => id)]));
});

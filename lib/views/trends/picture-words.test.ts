import { expect, test } from 'vitest';
import { eachDay } from '@/lib/domain/day';
import { anAnnotation, aTarget, foundTrends, holed, outlookOf } from '@/tests/support/found-trends';
import { layers } from './address';
import { pictureWords } from './picture-words';
import { trendSpec } from './trend-spec';

const where = { organisation: 'Northwind', period: '1 September to 23 November 2026' };

test('a picture carries what one needs to understand it: lines, target, forecast, gaps, annotations, years, source', () => {
  const annotations = [
    anAnnotation({ from: '2026-09-14', to: '2026-09-20' }, 'Laptops'),
    anAnnotation({ from: '2026-10-01', to: '2026-10-01' }, 'Lunch'),
  ];
  const found = { ...holed, annotations, compare: true, targets: [{ target: aTarget() }] };
  const spec = trendSpec(foundTrends({ ...found, outlooks: [outlookOf('adoption')] }), layers);
  expect(pictureWords(spec, where)).toEqual({
    title: 'Adoption',
    sub: 'Northwind, 1 September to 23 November 2026',
    key: [
      { look: 'line', tone: 1, text: 'Adoption, daily' },
      { look: 'previous', tone: 1, text: '12 weeks before: 9 June to 31 August 2026' },
      { look: 'target', tone: 1, text: 'Adoption: Target 75% by 31 December 2026' },
      { look: 'forecast', tone: 1, text: 'Forecast: middle, and its range' },
      { look: 'gap', tone: 1, text: 'No snapshot' },
    ],
    annotations: ['1 · 14 to 20 September 2026: Laptops', '2 · 1 October 2026: Lunch'],
    source:
      'Source: Enpass Business, daily snapshots; newest snapshot shown 23 November 2026. Made on 23 November 2026.',
  });
});

test('a picture with many annotations says how many more there are', () => {
  const annotations = eachDay('2026-10-01', '2026-10-20').map((day) => anAnnotation({ from: day, to: day }, 'x'));
  const { annotations: told } = pictureWords(trendSpec(foundTrends({ annotations }), layers), where);
  expect([told.length, told.at(-1)]).toEqual([13, 'and 8 more']);
});

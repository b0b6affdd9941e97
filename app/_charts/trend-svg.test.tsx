import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { trendLayout } from '@/lib/views/charts/trend-layout';
import { layers } from '@/lib/views/trends/address';
import { trendSpec } from '@/lib/views/trends/trend-spec';
import { anAnnotation, aTarget, foundTrends, holed, outlookOf } from '@/tests/support/found-trends';
import { TrendSvg } from './trend-svg';
import { TrendSvgs } from './trend-svgs';

const annotations = [anAnnotation({ from: '2026-09-14', to: '2026-09-20' }, 'Laptops <all>')];
const everything = { ...holed, annotations, targets: [{ target: aTarget() }], outlooks: [outlookOf('adoption')] };
const spec = trendSpec(foundTrends(everything), layers);
const layout = trendLayout(spec, { width: 1158, height: 360 });
const svg = renderToStaticMarkup(<TrendSvg layout={layout} title={spec.title} id="one" />);

describe('the drawing of a trend', () => {
  test('has every word of its layout, escaped', () => {
    const words = [
      ...layout.labels.flatMap(({ lines }) => lines),
      ...[...layout.yTicks, ...layout.xTicks, ...layout.flags].map(({ text }) => text),
    ];
    expect(words.length).toBeGreaterThan(12);
    for (const text of words) expect(svg).toContain(`>${text.replace('<', '&lt;').replace('>', '&gt;')}<`);
    expect(svg).toContain(`<title id="one-title">${spec.title}</title>`);
  });

  test('has the hatch of its gaps, the span of what lasted, and the ring at the due day', () => {
    expect(svg).toContain('fill="url(#one-hatch)"');
    expect(svg).toMatch(/class="flagspan" d="M[\d.]+ [\d.]+H[\d.]+"/);
    expect(svg).toMatch(/class="tgd" d="M.+z"/);
  });

  test('is there for each width with ids of its own', () => {
    const all = renderToStaticMarkup(<TrendSvgs spec={spec} />);
    const ids = [...all.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });
});

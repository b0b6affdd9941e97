import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NumbersTable } from './numbers-table';

const row = {
  metric: 'assigned_license',
  label: 'Assigned',
  base: null,
  cells: ['414', '420'],
  mean: '410',
  change: null,
} as const;
const when = { week: '2026-W47', today: '2026-11-23' } as const;

test('a review that was completed before means said of how many reads as it was signed', () => {
  const html = renderToStaticMarkup(<NumbersTable numbers={{ heads: ['W46', 'W47'], rows: [row] }} {...when} />);
  expect(html).toContain('Mean of 4');
  expect(html).not.toContain('more-text');
});

test('a mean says of how many closes it is, and a column what it is out of where columns differ', () => {
  const rows = [{ ...row, bases: ['of 450', 'of 500'] }];
  const html = renderToStaticMarkup(
    <NumbersTable numbers={{ heads: ['W46', 'W47'], rows, meanHead: 'Mean of 2' }} {...when} />,
  );
  expect(html).toContain('Mean of 2');
  expect(html).toMatch(/414.*of 450.*420.*of 500/);
});

import { expect, test } from 'vitest';
import { widthAt, wrap } from './wrap';

test('words are wrapped, none is lost, and a long one stands alone', () => {
  const text = 'Using Enpass and Assigned, 1 September to 23 November 2026, Donaudampfschifffahrtsgesellschaft';
  const lines = wrap(text, { width: 180, size: 12 });
  expect(lines.join(' ')).toBe(text);
  for (const line of lines) if (line.includes(' ')) expect(widthAt(line, 12)).toBeLessThanOrEqual(180);
  expect(lines.at(-1)).toBe('Donaudampfschifffahrtsgesellschaft');
});

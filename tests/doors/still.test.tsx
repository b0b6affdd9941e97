import { expect, test } from 'vitest';
import { Still, stillOf } from '@/app/_ui/still';
import { markup } from '@/lib/views/markup';

test('what is made once is escaped as React escapes it, and may hold what was made before', () => {
  const inner = stillOf(<b title={'"><script>'}>{'<img onerror=x>'}</b>);
  expect(inner.text).toBe('<b title="&quot;&gt;&lt;script&gt;">&lt;img onerror=x&gt;</b>');
  expect(stillOf(<Still className="over" inside={markup`${inner} & more`} />).text).toBe(
    `<div class="over">${inner.text} & more</div>`,
  );
});

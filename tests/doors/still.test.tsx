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

test('it is sent as ASCII, and reads the same', () => {
  expect(stillOf(<p title="50 €">−2.9 · Jörg’s 🎯</p>).text).toBe(
    '<p title="50 &#8364;">&#8722;2.9 &#183; J&#246;rg&#8217;s &#127919;</p>',
  );
});

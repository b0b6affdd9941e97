import { expect, test } from 'vitest';
import { StaticHtml, staticHtml } from '@/app/_ui/static-html';

test('what is made once is escaped as React escapes it, and may hold what was made before', () => {
  const inner = staticHtml(<b title={'"><script>'}>{'<img onerror=x>'}</b>);
  expect(inner).toBe('<b title="&quot;&gt;&lt;script&gt;">&lt;img onerror=x&gt;</b>');
  expect(staticHtml(<StaticHtml className="over" html={`${inner} &amp; more`} />)).toBe(
    `<div class="over">${inner} &amp; more</div>`,
  );
});

test('it is sent as ASCII, and reads the same', () => {
  expect(staticHtml(<p title="50 €">−2.9 · Jörg’s 🎯</p>)).toBe(
    '<p title="50 &#8364;">&#8722;2.9 &#183; J&#246;rg&#8217;s &#127919;</p>',
  );
});

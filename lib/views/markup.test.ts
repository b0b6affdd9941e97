import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markup } from './markup';

test('what is put into markup stays text, in an element and in an attribute', () => {
  const { text } = markup`<b title="${`"'><script>`}">${'<i>&'}</b>`;
  expect(text).toBe('<b title="&quot;&#39;&gt;&lt;script&gt;">&lt;i&gt;&amp;</b>');
});

test('no text opens an element or ends an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (given) => {
      expect(markup`${given}`.text).not.toMatch(/[<>"']/);
    }),
  );
});

test('markup in markup is not escaped again, alone or in a list', () => {
  const item = (text: string) => markup`<li>${text}</li>`;
  expect(markup`<ul>${['a', '<'].map(item)}${item('b')}</ul>`.text).toBe('<ul><li>a</li><li>&lt;</li><li>b</li></ul>');
  expect(markup`${1.5} ${[1, 2]} ${[]}`.text).toBe('1.5 12 ');
});

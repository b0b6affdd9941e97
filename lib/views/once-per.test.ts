import { expect, test } from 'vitest';
import { oncePer } from './once-per';

test('what is made of an object is made once, and anew for its equal', () => {
  const one = { day: '2026-02-27' };
  const made = oncePer(({ day }: { day: string }) => [day]);
  expect(made(one)).toBe(made(one));
  expect(made({ ...one })).not.toBe(made(one));
  expect(made({ ...one })).toEqual(made(one));
});

test('nothing is a value too', () => {
  let times = 0;
  const made = oncePer(() => {
    times += 1;
    return undefined;
  });
  const key = {};
  made(key);
  made(key);
  expect(times).toBe(1);
});

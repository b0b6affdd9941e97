import { expect, test } from 'vitest';
import { pathExamples } from '@/tests/support/path-examples';
import * as paths from './paths';

test('every path has an example', () => {
  expect(Object.keys(pathExamples).sort()).toEqual(Object.keys(paths).sort());
});

test.each(
  Object.entries(pathExamples).flatMap(([name, examples]) => examples.map(([made, path]) => ({ name, made, path }))),
)('$name makes $path', ({ made, path }) => expect(made).toBe(path));

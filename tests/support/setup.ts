import { afterEach, beforeEach, expect } from 'vitest';

let complaints: string[] = [];

console.error = (...args: unknown[]) => complaints.push(args.map(String).join(' '));

beforeEach(() => {
  complaints = [];
});

// A test that expects a complaint spies on console.error itself.
afterEach(() => {
  expect(complaints, 'unexpected console.error').toEqual([]);
});

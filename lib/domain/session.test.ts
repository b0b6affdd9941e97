import { expect, test } from 'vitest';
import { endOf, isOver, longestMs } from './session';

const hourMs = 3_600_000;
const limits = { idleHours: 24, maxHours: 168, adminMaxHours: 12 };
const begun = new Date('2026-11-23T09:00:00Z');
const after = (ms: number) => new Date(begun.getTime() + ms);

test.each([
  ['viewer', 168],
  ['manager', 168],
  ['ops', 12],
  ['admin', 12],
] as const)('a session of a %s lasts %i hours at most', (role, hours) => {
  expect(longestMs({ role, limits })).toBe(hours * hourMs);
  const used = (ms: number) => ({ createdAt: begun, lastSeenAt: after(ms) });
  expect(isOver(used(hours * hourMs - 1), { role, limits, now: after(hours * hourMs - 1) })).toBe(false);
  expect(isOver(used(hours * hourMs - 1), { role, limits, now: after(hours * hourMs) })).toBe(true);
});

test('the limit of admins and ops holds only where it is shorter', () => {
  expect(longestMs({ role: 'admin', limits: { ...limits, adminMaxHours: 500 } })).toBe(168 * hourMs);
});

test('a session ends when it was not used for longer than the limit says', () => {
  const session = { createdAt: begun, lastSeenAt: after(hourMs) };
  expect(isOver(session, { role: 'viewer', limits, now: after(25 * hourMs) })).toBe(false);
  expect(isOver(session, { role: 'viewer', limits, now: after(25 * hourMs + 1) })).toBe(true);
});

test('a session made under longer limits ends by those of now', () => {
  const session = { createdAt: begun, expiresAt: after(720 * hourMs) };
  expect(endOf(session, { role: 'viewer', limits })).toEqual(after(168 * hourMs));
  expect(endOf({ ...session, expiresAt: after(hourMs) }, { role: 'viewer', limits })).toEqual(after(hourMs));
});

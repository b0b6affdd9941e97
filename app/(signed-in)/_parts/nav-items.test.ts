import { expect, test } from 'vitest';
import { signedIn } from '@/demo/cast';
import type { Role } from '@/lib/domain/roles';
import { pagesFor } from '@/lib/views/places/pages';
import { navItemsFor } from './nav-items';

const placesFor = (role: Role) =>
  navItemsFor(signedIn({ id: '1', name: 'N', email: 'n@example.org', role })).map(({ label }) => label);

test.each([
  ['viewer', ['Overview', 'Trends', 'Weekly', 'Targets', 'Compare', 'Methodology']],
  ['manager', ['Overview', 'Trends', 'Weekly', 'Targets', 'Compare', 'Methodology']],
  ['ops', ['Overview', 'Trends', 'Weekly', 'Targets', 'Compare', 'Runs', 'Methodology']],
  ['admin', ['Overview', 'Trends', 'Weekly', 'Targets', 'Compare', 'Runs', 'Methodology', 'Settings']],
] as const)('a %s sees only the places that are theirs', (role, places) => {
  expect(placesFor(role)).toEqual(places);
});

test('each place of the navigation is also one to go to by typing', () => {
  const pages = pagesFor(() => true).map(({ href }) => href);
  expect(navItemsFor({ kind: 'job', name: 'cli' }).filter(({ href }) => !pages.includes(href))).toEqual([]);
});

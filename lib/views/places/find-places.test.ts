import { expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { type Role, roleMay } from '@/lib/domain/roles';
import { placeFinder } from './find-places';
import { placesOf } from './places';

const annotation: Annotation = {
  id: 'a1',
  from: '2026-09-01',
  to: '2026-09-01',
  title: 'Zoë’s adoption campaign',
  kind: 'campaign',
  createdByName: 'Max',
  createdAt: new Date('2026-09-01T09:00:00Z'),
  changedByName: null,
  changedAt: null,
};
const placesFor = (role: Role) =>
  placesOf((permission) => roleMay(role, permission), {
    today: '2026-11-23',
    weeks: ['2026-W47', '2026-W46', '2025-W47', '2025-W46'],
    annotations: [annotation],
  });
const found = (query: string, role: Role = 'admin') =>
  placeFinder(placesFor(role))(query).flatMap(({ kind, places }) => places.map(({ label }) => `${kind}: ${label}`));

test('a metric leads to its trend and to its definition, and whatever else says the word follows', () => {
  expect(found('adoption')).toEqual(['trend: Adoption', 'definition: Adoption', 'annotation: Zoë’s adoption campaign']);
});

test.each([
  ['week 47', ['week: Week 47', 'week: Week 47']],
  ['2025-w46', ['week: Week 46']],
  ['17 november 2025', ['week: Week 47']],
  ['zoe', ['annotation: Zoë’s adoption campaign']],
  ['total_license', ['trend: Total licences', 'definition: Total licences']],
  ['token', ['setting: API tokens', 'setting: Enpass connection']],
  ['nowhere', []],
])('%s finds %j', (query, places) => expect(found(query)).toEqual(places));

test('nobody is led where they may not go', () => {
  expect(found('people', 'viewer').some((place) => place.startsWith('setting'))).toBe(false);
  expect(found('runs', 'manager')).toEqual([]);
  expect(found('runs', 'ops')).toEqual(['page: Runs', 'page: Failed runs']);
  expect(found('captured', 'ops')).toEqual(['page: Captured days by year']);
  expect(found('captured', 'viewer')).toEqual([]);
  expect(found('import', 'ops')).toEqual(['page: Import old numbers']);
});

test('before anything is asked there are the pages, the newest weeks and the settings', () => {
  const groups = placeFinder(placesFor('viewer'))('  ');
  expect(groups.map(({ kind, places }) => [kind, places.length])).toEqual([
    ['page', 7],
    ['week', 3],
    ['setting', 4],
  ]);
});

test('of many of a kind the best are shown, and how many more there are', () => {
  const [first] = placeFinder(placesFor('viewer'))('e');
  expect(first?.places).toHaveLength(6);
  expect(first?.more).toBeGreaterThan(0);
});

import type { AnnotationKind } from '@/lib/domain/annotation';
import type { Place } from './calendar';

/** Something that happened, from a place to another one, both included; null is the first workday. */
export type Told = {
  readonly from: Place | null;
  readonly to: Place;
  readonly title: string;
  readonly kind: AnnotationKind;
};

/** The year in headlines: whatever `roll-out.ts` moves, somebody has written down why. */
export const annotations: readonly Told[] = [
  { from: null, to: { week: -48, weekday: 5 }, title: 'Pilot with IT and Finance', kind: 'other' },
  told([-48, 3], [-48, 3], '150 more licences', 'licence-change'),
  told([-47, 1], [-47, 5], 'Go-live: offices in Hamburg and Leipzig', 'campaign'),
  told([-33, 1], [-28, 5], 'Invitations on hold: agreement with the works council', 'other'),
  told([-27, 3], [-27, 3], '100 more licences', 'licence-change'),
  told([-25, 2], [-25, 2], 'Warehouses join', 'campaign'),
  told([-22, 1], [-17, 5], 'Gdańsk depot closed for rebuilding', 'other'),
  told([-17, 4], [-17, 4], '200 more licences', 'licence-change'),
  told([-15, 2], [-15, 2], 'Customer service joins', 'campaign'),
  told([-14, 3], [-14, 3], 'Reminder to all with activation pending', 'reminder'),
  told([-12, 1], [-12, 1], 'Lübeck depot sold', 'other'),
  told([-9, 1], [-9, 4], 'Lunch sessions: browser extension', 'campaign'),
  told([-5, 2], [-4, 4], 'Autofill training in the depots', 'training'),
];

export const closedOffices = 'Offices closed over Christmas and New Year';

type At = readonly [week: number, weekday: number];

function told([week, weekday]: At, [toWeek, toWeekday]: At, title: string, kind: AnnotationKind): Told {
  return { from: { week, weekday }, to: { week: toWeek, weekday: toWeekday }, title, kind };
}

import type { Place } from './calendar';

/** What the story moves by itself; the rest of the 17 counts follows from it, but for who was active. */
export const columns = ['assigned', 'activated', 'onboarded', 'users', 'using', 'extension', 'autofill'] as const;

export type Column = (typeof columns)[number];

/** Where the roll-out stands at the close of a workday. */
export type Milestone = Readonly<Record<Column, number>>;

/** On the first day: a pilot has begun. */
export const beginning = standing(24, 15, 10, 12, 7, 3, 2);

/** Between two of them numbers rise by as much as they differ, or all on the later one's day. `annotations.ts` tells the story in words. */
export const milestones: readonly (Milestone & Place & { readonly sudden: boolean })[] = [
  // The pilot ends, and the offices get their licences at once: adoption falls by half before it rises.
  at(-48, 5, standing(44, 39, 33, 36, 30, 17, 14)),
  suddenly(-47, 1, standing(90, 42, 34, 37, 30, 17, 14)),
  at(-42, 5, standing(150, 120, 98, 105, 84, 46, 39)),
  // After the first wave, and then nothing: no invitation leaves the house for six weeks.
  at(-34, 5, standing(186, 158, 133, 141, 115, 64, 54)),
  at(-27, 5, standing(187, 161, 137, 144, 118, 67, 57)),
  // Warehouses join.
  at(-26, 5, standing(196, 172, 143, 151, 123, 70, 60)),
  suddenly(-25, 2, standing(242, 174, 144, 152, 124, 70, 60)),
  at(-20, 5, standing(255, 212, 178, 190, 150, 86, 75)),
  at(-16, 5, standing(270, 225, 192, 204, 168, 96, 84)),
  // Customer service joins, and a week later everybody who waits is reminded.
  suddenly(-15, 2, standing(334, 229, 194, 206, 169, 97, 85)),
  at(-15, 5, standing(336, 232, 196, 208, 171, 98, 86)),
  at(-14, 2, standing(337, 234, 197, 209, 172, 99, 87)),
  at(-13, 2, standing(341, 271, 218, 233, 184, 105, 92)),
  at(-13, 5, standing(343, 275, 224, 240, 188, 107, 94)),
  // A depot is sold: its people go with it, whatever stage they had come to.
  suddenly(-12, 1, standing(326, 261, 212, 227, 178, 101, 89)),
  at(-10, 5, standing(346, 281, 232, 248, 198, 112, 100)),
  // Lunch sessions on the browser extension.
  at(-9, 1, standing(348, 283, 233, 249, 199, 113, 101)),
  at(-7, 5, standing(362, 296, 247, 263, 212, 160, 111)),
  at(-6, 5, standing(370, 303, 254, 270, 219, 165, 115)),
  // Autofill training in the depots.
  at(-5, 1, standing(372, 305, 255, 271, 220, 166, 115)),
  at(-4, 5, standing(389, 320, 270, 288, 234, 177, 152)),
  at(-2, 5, standing(405, 335, 285, 304, 248, 189, 170)),
];

/** On the last day: Enpass's documented example. */
export const end = standing(420, 350, 300, 320, 260, 200, 180);

/** What comes when a demo stays open, in weeks after the end; flat after the last. */
export const afterwards: readonly (Milestone & { readonly weeks: number })[] = [
  { weeks: 57, ...standing(640, 578, 532, 563, 488, 402, 371) },
  { weeks: 285, ...standing(900, 840, 800, 838, 760, 660, 610) },
];

/** How many licences there are from the close of which workday on; `after` the story fifty more whenever fewer than forty are free. */
export const licences = {
  first: 50,
  bought: [
    { week: -48, weekday: 3, total: 200 },
    { week: -27, weekday: 3, total: 300 },
    { week: -17, weekday: 4, total: 500 },
  ],
} as const;

/** A site where nobody can work from its first to its last day, both included; it opens again on the next workday. */
export const rebuilding = { from: { week: -22, weekday: 1 }, to: { week: -17, weekday: 5 } } as const;

/** Some who had given up try again. */
export const comeBacks: readonly Place[] = [
  { week: -14, weekday: 3 },
  { week: -9, weekday: 2 },
  { week: -5, weekday: 2 },
];

function at(week: number, weekday: number, milestone: Milestone) {
  return { week, weekday, ...milestone, sudden: false };
}

function suddenly(week: number, weekday: number, milestone: Milestone) {
  return { week, weekday, ...milestone, sudden: true };
}

function standing(...counts: [number, number, number, number, number, number, number]): Milestone {
  const [assigned, activated, onboarded, users, using, extension, autofill] = counts;
  return { assigned, activated, onboarded, users, using, extension, autofill };
}

import type { Random } from './random';

/** What makes one roll-out differ from another; days count from 0, the first day of the history. */
export type Shape = {
  readonly name: string;
  readonly people: readonly [number, number];
  /** The share of the people to come that has a licence by a day, 0 to 1. */
  readonly assigned: (day: number, random: Traits) => number;
  /** How willingly people take the next step on a day; 1 is usual. */
  readonly drive: (day: number, random: Traits) => number;
  /** The share that leaves a year. */
  readonly leaving?: number;
  /** Whether a day has no snapshot. */
  readonly missing?: (day: number, random: Random) => boolean;
  /** Licences are bought in steps as they are needed, and assigned at once. */
  readonly purchases?: boolean;
};

/** Drawn once for an organisation, 0 to 1 each. */
export type Traits = {
  readonly start: number;
  readonly length: number;
  readonly strength: number;
  readonly phase: number;
};

const usual = () => 1;
const upTo1 = (share: number): number => Math.min(1, Math.max(0, share));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const evenly = (day: number, { length }: Traits): number => upTo1(0.15 + day / (180 + 400 * length));
const dayOfYear = (day: number): number => day % 365;

export const shapes: readonly Shape[] = [
  { name: 'steady', people: [80, 2000], assigned: evenly, drive: usual },
  { name: 'all at once', people: [80, 2000], assigned: (day) => upTo1(0.2 + day / 40), drive: usual },
  {
    name: 'S-curve',
    people: [100, 3000],
    assigned: (day, { start, length }) => logistic((day - 150 - 300 * start) / (40 + 60 * length)),
    drive: usual,
  },
  {
    name: 'slow start',
    people: [100, 2000],
    assigned: (day, { start, length }) =>
      upTo1(0.05 + day / 6000 + Math.max(0, day - 180 - 180 * start) / (150 + 250 * length)),
    drive: (day, { start }) => (day < 180 + 180 * start ? 0.5 : 1.3),
  },
  {
    name: 'plateau',
    people: [80, 3000],
    assigned: (day, { length, strength }) => upTo1((0.2 + day / (200 + 200 * length)) * (0.6 + 0.4 * strength)),
    drive: (day, { start }) => (day > 250 + 200 * start ? 0.25 : 1.2),
  },
  {
    name: 'waves of departments',
    people: [150, 4000],
    assigned: (day, { length }) => {
      const every = 60 + 50 * length;
      const wave = Math.floor(day / every);
      return upTo1((wave + Math.min(1, ((day % every) / every) * 4)) * 0.12 + 0.08);
    },
    drive: usual,
  },
  {
    name: 'stalls',
    people: [80, 2000],
    assigned: (day, { start, length }) => evenly(day - stalled(day, start), { start, length, strength: 0, phase: 0 }),
    drive: (day, { start }) => (isStalled(day, start) ? 0.08 : 1),
  },
  {
    name: 'campaigns',
    people: [100, 3000],
    assigned: evenly,
    drive: (day, { phase, strength }) => ((day + 90 * phase) % 95 < 16 ? 3 + 4 * strength : 0.6),
  },
  { name: 'purchases', people: [120, 3000], assigned: evenly, drive: usual, purchases: true },
  {
    name: 'seasonal dips',
    people: [100, 2500],
    assigned: (day, { length, start }) => upTo1(0.1 + working(day) / (260 + 420 * length) + 0 * start),
    drive: (day) => (isQuiet(dayOfYear(day)) ? 0.2 : 1.1),
  },
  {
    name: 'small company',
    people: [12, 60],
    assigned: (day, { length }) => upTo1(0.2 + day / (120 + 400 * length)),
    drive: usual,
  },
  { name: 'big company', people: [5000, 20_000], assigned: evenly, drive: usual },
  {
    name: 'people come and go',
    people: [150, 2500],
    assigned: (day) => upTo1(0.5 + day / 400),
    drive: usual,
    leaving: 0.35,
  },
  {
    name: 'gaps',
    people: [80, 2000],
    assigned: evenly,
    drive: usual,
    missing: (day, { next }) => next() < 0.12 || (day % 190 > 160 && day % 190 < 171),
  },
];

const stallStarts = [120, 380, 640];
const isStalled = (day: number, start: number): boolean =>
  stallStarts.some((first) => day >= first + 80 * start && day < first + 80 * start + 56);
const stalled = (day: number, start: number): number =>
  stallStarts.reduce((lost, first) => lost + Math.min(56, Math.max(0, day - first - 80 * start)), 0);

/** Summer and Christmas, of a history that begins in November. */
const isQuiet = (day: number): boolean => (day > 40 && day < 58) || (day > 255 && day < 295);
const working = (day: number): number => {
  let days = 0;
  for (let one = 0; one < day; one += 1) days += isQuiet(dayOfYear(one)) ? 0.15 : 1;
  return days;
};

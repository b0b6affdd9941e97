import { furthestWeeks } from '@/lib/domain/forecast';
import { fewestSnapshots, forecastDays, stalestDays } from '@/lib/domain/forecast-refusals';
import { fewestMade } from '@/lib/domain/forecast-view';

/** Where a forecast comes from, in short. */
export const forecastMethod = `A damped trend from the newest snapshot on, with a range that is meant to hold four values of five. The whole method, and what it held on simulated roll-outs, stands on the methodology page. Refused with fewer than ${fewestSnapshots} snapshots in ${forecastDays / 7} weeks, with numbers older than ${stalestDays} days, after a step of the base, and for total licences; without a range more than ${furthestWeeks} weeks ahead.`;

type Definition = { readonly id: string; readonly term: string; readonly text: string };

/** The whole method: what stands here is what `lib/domain/forecast.ts` and the files beside it count. */
export const forecastDefinitions: readonly Definition[] = [
  {
    id: 'forecast',
    term: 'Forecast: the middle',
    text: 'Anchors a(0), a(1), … are the newest value and those 7, 14, … days before, each that day’s or else the nearest earlier one within three days. The pace is the mean of two: (a(0) − a(k)) / k for the last 4 and for the last 13 weeks, k being the largest known. It is damped: each week gives φ of the one before, φ = 0.90 + 0.08 × steadiness, and steadiness (0 to 1) is the smallest through the largest of the paces of 4, 13 and 26 weeks in the pace’s direction, 0 with less than 26 weeks. In h weeks the middle is a(0) + pace × φ(1 − φ^h) / (1 − φ).',
  },
  {
    id: 'forecast-range',
    term: 'Forecast: the range',
    text: 'σ is the standard deviation of the changes between neighbouring anchors of 13 weeks, a change over n weeks divided by √n; m is how many. The spread is (|pace| × 0.93(1 − 0.93^h) / 0.07 × (1 − 0.3 × steadiness) + σ√h + one) × (1 + 6 / m²), where one is 0.6 people, or 0.6 through the base of a rate. The range reaches 0.79 of it against the pace and 0.53 + 0.041h of it along the pace. Counts of who was active lately wander instead of growing: φ = 0.7, σ of 13 or 52 weeks, whichever is larger, growing for 12 weeks at most, 1.15 against and 0.9 + 0.02h along. Where the organisation’s own past asks for it, the range becomes up to three times wider, never narrower. It ends at 0, at 100%, at the licences there are, and for stages and features at the upper end of assigned licences. Whole people are rounded, halves away from zero, and what is shown is what is judged.',
  },
  {
    id: 'forecast-refused',
    term: 'Forecast: when there is none',
    text: `Fewer than ${fewestSnapshots} snapshots in ${forecastDays} days; the newest older than ${stalestDays} days; a base that stepped by more than a tenth within eight days of the last five weeks; total licences, which move by decisions. More than ${furthestWeeks} weeks ahead there is a middle and no range. A flat pace or one that leads away from a target refuses the day of its arrival, not the value on its due day. An arrival has an earliest and a middle day and no latest: in most cases none could be named.`,
  },
  {
    id: 'forecast-record',
    term: 'Forecast: its record',
    text: `With every day’s snapshot the forecasts of the rates for 4, 8 and 13 weeks and of open targets for their due days are kept. Once ${fewestMade} of a metric have come due, its record is how many of their ranges held; until then it is recomputed from the organisation’s past, by forecasts of 2, 4 and 8 weeks from each of 60 weeks. The sources: Gardner and McKenzie 2011 on damped trends; Chatfield 1998 on why ranges are usually too narrow; Williams and Goodman 1971 on empirical ranges; Wang and Hyndman 2024 on conformal ones.`,
  },
];

import { addDays, type Day, isDay } from '@/lib/domain/day';

export type ComparePreset = { readonly label: string; readonly from: Day };

/** Days that today is often held against. */
export const comparePresets = (today: Day): ComparePreset[] => [
  { label: 'Last week', from: addDays(today, -7) },
  { label: '4 weeks ago', from: addDays(today, -28) },
  { label: '12 weeks ago', from: addDays(today, -84) },
  { label: 'A year ago', from: yearBefore(today) },
];

/** The same date; 28 February where there is no 29th. */
function yearBefore(day: Day): Day {
  const same = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return isDay(same) ? same : addDays(day, -366);
}

import { addDays, eachDay } from '@/lib/domain/day';
import { countsOn, startFor } from '@/demo/fake-enpass/organisation';
import { mondayOf } from '@/demo/story/calendar';
import { reviewsFirstHalf } from '@/demo/story/reviews-first-half';
import { reviewsSecondHalf } from '@/demo/story/reviews-second-half';
import { fields } from '@/demo/story/written-weeks';
const seen: Record<string, number[]> = {};
const todays = eachDay('2026-11-16', '2027-12-31').filter((_, i) => i % 3 === 0);
for (const today of todays) for (const [w, a] of Object.entries({ ...reviewsFirstHalf, ...reviewsSecondHalf })) {
  const from = mondayOf(Number(w), today), start = startFor(today);
  const [b, c] = [countsOn(addDays(from, -1), start), countsOn(addDays(from, 6), start)] as any;
  for (const m of `${a.happened}${a.why}${a.next}`.matchAll(/\{(\w+)\}/g)) { const f = fields[m[1]!]!; (seen[`${w} ${m[1]}`] ??= []).push(c[f] - b[f]); }
}
for (const [k, v] of Object.entries(seen)) console.log(k, 'min', Math.min(...v), 'max', Math.max(...v), 'bad', v.filter((x) => x < 2).length, '<4:', v.filter(x=>x<4).length);

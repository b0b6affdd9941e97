import { dayIn } from '@/lib/domain/day';
import { addWeeks, weekOf } from '@/lib/domain/week';

/** In the history of every house, and over: the week that is due. Houses live where it is noon, so their day is UTC's. */
export const lastWeek = addWeeks(weekOf(dayIn(new Date(), 'UTC')), -1);

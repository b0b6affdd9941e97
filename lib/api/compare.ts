import { z } from 'zod';
import { calendarDay, inOrder, outOfOrder } from './common';

/** Both days; which two to begin with is for the page to say. */
export const compareQuery = z.strictObject({ from: calendarDay, to: calendarDay }).refine(inOrder, outOfOrder);

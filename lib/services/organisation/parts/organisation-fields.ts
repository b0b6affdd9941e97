import { z } from 'zod';
import { isTimeZone } from '@/lib/domain/day';
import { longestOrganisationName } from '@/lib/domain/organisation';

export const organisationName = z
  .string({ error: 'Enter a name for the organisation.' })
  .trim()
  .min(1, { error: 'Enter a name for the organisation.' })
  .max(longestOrganisationName, { error: `At most ${longestOrganisationName} characters are possible.` })
  .regex(/^\P{C}*$/u, { error: 'A name has no control characters.' });

export const timeZone = z
  .string({ error: 'Choose a time zone.' })
  .trim()
  .refine(isTimeZone, { error: 'This is not a time zone of the IANA list, such as Europe/Berlin.' });

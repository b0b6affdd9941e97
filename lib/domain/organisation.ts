import type { TimeZone } from './day';
/** `timeZone` is an IANA name, `captureTime` local HH:MM from which the day's snapshot is due. */
export type Organisation = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly captureTime: string;
};

/** Characters. One rule for the environment, set-up and Settings: what one took the others must not refuse. */
export const longestOrganisationName = 120;

import type { TimeZone } from './day';
/** `timeZone` is an IANA name, `captureTime` local HH:MM from which the day's snapshot is due. */
export type Organisation = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly captureTime: string;
};

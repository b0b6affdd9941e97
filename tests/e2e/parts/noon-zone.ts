/** A time zone where it is about noon: today's snapshot is due there, and no story sees midnight pass. */
export function noonZone(now: Date): string {
  const hoursAhead = 12 - now.getUTCHours();
  if (hoursAhead === 0) return 'UTC';
  // In these names the sign is that of the clock to UTC: Etc/GMT-3 is three hours ahead.
  return `Etc/GMT${hoursAhead > 0 ? '-' : '+'}${Math.abs(hoursAhead)}`;
}

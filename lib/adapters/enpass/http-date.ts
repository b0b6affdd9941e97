/**
 * An HTTP date in the one form that may be sent (RFC 9110, 5.6.7), as an instant; null for anything else, a day that no calendar has
 * included.
 */
export function httpDateOf(header: string | undefined): Date | null {
  const value = header?.trim() ?? '';
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)) return null;
  const at = new Date(value);
  // Date.parse takes 31 February for 3 March, and any name of a weekday.
  return Number.isNaN(at.getTime()) || at.toUTCString() !== value ? null : at;
}

const known = /change.?me|secret|passw|example|placeholder|your.?key|default|test.?key/i;

/** Why a secret may not be used, or null. Reads like the end of a sentence that begins with the variable's name. */
export function secretWeakness(value: string): string | null {
  if (Buffer.byteLength(value) < 32) return 'is shorter than 32 bytes (openssl rand -base64 48 makes a good one)';
  if (known.test(value)) return 'holds a word of a sample value, so others may know it (openssl rand -base64 48)';
  if (repeats(value) || new Set(value).size < 8) return 'repeats one pattern (openssl rand -base64 48)';
  if (mostlySteps(value)) return 'runs along the alphabet or the digits (openssl rand -base64 48)';
  return null;
}

// A text repeats a unit of up to half its length when it equals itself moved by that unit.
function repeats(value: string): boolean {
  for (let unit = 1; unit <= value.length / 2; unit++) {
    if (value.startsWith(value.slice(unit))) return true;
  }
  return false;
}

function mostlySteps(value: string): boolean {
  let steps = 0;
  for (let i = 1; i < value.length; i++) {
    if (Math.abs(value.charCodeAt(i) - value.charCodeAt(i - 1)) <= 1) steps++;
  }
  return steps > value.length / 2;
}

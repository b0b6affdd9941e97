/** What the browser's script sent as text; whether it fits is for the service's schema to say. */
export function readAnswer(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

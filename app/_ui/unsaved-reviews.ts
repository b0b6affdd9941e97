/** Where a browser keeps the words of a review that the server has not got yet; `place` begins with whose they are. */
export const unsavedReviewKey = (place: string): string => `unsaved review ${place}`;

/** Whether this browser keeps such words of this person. */
export function hasUnsavedReviews(writer: string): boolean {
  try {
    return Object.keys(window.localStorage).some((key) => key.startsWith(unsavedReviewKey(`${writer} `)));
  } catch {
    // A browser may forbid even to look; then it kept none.
    return false;
  }
}

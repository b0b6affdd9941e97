type Ask = () => Promise<boolean>;

/** Whether the database answers, asked once a second at most while it does. */
export function databaseLiveness(answers: Ask): Ask {
  let seenAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - seenAt < 1000) return true;
    const alive = await answers();
    if (alive) seenAt = performance.now();
    return alive;
  };
}

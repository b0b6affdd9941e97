/** Next calls this once, before the first request is served. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const [{ armourAnswers }, { markPeers }, { followResponses }, { serve }] = await Promise.all([
    import('./app/_doors/armour'),
    import('./app/_doors/network'),
    import('./app/_doors/response-status'),
    import('./lib/runtime/lifecycle'),
  ]);
  markPeers();
  followResponses();
  await serve();
  armourAnswers();
}

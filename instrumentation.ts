/** Next calls this once, before the first request is served. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const [{ armourAnswers }, { markPeers }, { followResponses }, { serve }] = await Promise.all([
    import('./server/install-security-headers'),
    import('./server/network'),
    import('./server/response-status'),
    import('./lib/lifecycle'),
  ]);
  markPeers();
  followResponses();
  await serve();
  armourAnswers();
}

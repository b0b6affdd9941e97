/**
 * Next calls this while it prepares. It is the way into what Next bundled: the application starts here, and lends the
 * server around it (server/main.ts) what that needs.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const [{ serve }, { lend }] = await Promise.all([import('./lib/runtime/lifecycle'), import('./server/application')]);
  const starting = serve();
  // Loaded when the first file comes: a server that waits needs nothing of it.
  const door = () => import('./app/_doors/enter/may-bring-file');
  lend(starting.then((begun) => ({ ...begun, mayBringFile: async (asker) => (await door()).mayBringFile(asker) })));
  await starting;
}

/** Next calls this with whatever a page, a form or a route threw, before it answers 500. */
export async function onRequestError(error: unknown): Promise<void> {
  const [{ isDatabaseAway }, { setUnavailable }] = await Promise.all([
    import('./lib/services/parts/database-away'),
    import('./server/response-status'),
  ]);
  if (isDatabaseAway(error)) setUnavailable();
}

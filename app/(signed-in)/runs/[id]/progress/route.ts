import { viewRunProgress } from '@/lib/services/capture/view-run-progress';
import { enter } from '../../../../_doors/enter/enter';
import { pageRoute } from '../../../../_doors/enter/enter-api';

/** What the page asks about once a second while a run goes on; in words for its reader, so it is no part of the API. */
export const GET = pageRoute(async (_: Request, { params }: { params: Promise<{ id: string }> }) => {
  const seen = await viewRunProgress(await enter(), await params);
  if (seen.ok) return Response.json(seen.value, { headers: { 'cache-control': 'no-store' } });
  return new Response(null, {
    status: seen.failure.kind === 'not-allowed' ? 403 : 404,
    headers: { 'cache-control': 'no-store' },
  });
});

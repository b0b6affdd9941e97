import { listPlaces } from '@/lib/services/overview/list-places';
import { enter } from '../../_doors/enter/enter';
import { pageRoute } from '../../_doors/enter/enter-api';

/** Where its reader may go, asked for when they begin to look; it is for the page alone, so it is no part of the API. */
export const GET = pageRoute(async () => {
  const places = await listPlaces(await enter(), {});
  if (!places.ok) return new Response(null, { status: 403, headers: { 'cache-control': 'no-store' } });
  return Response.json(places.value, { headers: { 'cache-control': 'no-store' } });
});

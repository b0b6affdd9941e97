import { importTemplate } from '@/lib/api/imports/template';
import { admitted, enter } from '../../../_doors/enter/enter';
import { pageRoute } from '../../../_doors/enter/enter-api';

/** A file to fill in: one row a day takes the place of its examples. */
export const GET = pageRoute(async () => {
  if (!(await admitted(await enter(), 'history:import')))
    return new Response(null, { status: 403, headers: { 'cache-control': 'no-store' } });
  return new Response(importTemplate(), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="adoption-history-template.csv"',
      'cache-control': 'no-store',
    },
  });
});

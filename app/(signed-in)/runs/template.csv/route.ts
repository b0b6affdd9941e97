import { countFields } from '@/lib/domain/snapshot';
import { admitted, enter } from '../../../_doors/enter/enter';

/** The head of an import file: one row a day goes below it. */
export async function GET(): Promise<Response> {
  if (!(await admitted(await enter(), 'history:import'))) return new Response(null, { status: 403 });
  return new Response(`${['day', ...countFields].join(',')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="adoption-history-template.csv"',
      'cache-control': 'no-store',
    },
  });
}

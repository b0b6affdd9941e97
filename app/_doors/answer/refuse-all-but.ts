import { problem } from './answer';
import { problems } from './problems';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];
type Served = Exclude<Method, 'HEAD'>;
/** Whoever serves GET serves HEAD. */
type Refused<M extends Served> = Exclude<Method, M | ('GET' extends M ? 'HEAD' : never)>;
type Answer = () => Promise<Response>;

/**
 * What a route of the API exports beside the methods it serves: a refusal of all others, and OPTIONS. Without them Next
 * refuses with an empty answer that does not say what is served.
 */
export function refuseAllBut<M extends Served>(...served: M[]): Record<Refused<M> | 'OPTIONS', Answer> {
  const open: readonly Served[] = served;
  const allowed = methods.filter((method) => open.includes(method === 'HEAD' ? 'GET' : method));
  const allow = [...allowed, 'OPTIONS'].join(', ');
  const refuse = async () => {
    const response = problem({ ...problems['method-not-allowed'], kind: 'method-not-allowed' });
    response.headers.set('Allow', allow);
    return response;
  };
  const tell = async () => new Response(null, { status: 204, headers: { Allow: allow, 'Cache-Control': 'no-store' } });
  const all = { GET: refuse, HEAD: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: tell };
  return all;
}

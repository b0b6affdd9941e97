import { IncomingMessage } from 'node:http';
import type { Application } from './application';
import { type BodyKind, bodyKindOf, bodyLimits } from './body-limits';
import type { EdgeProblem } from './problems';

export type Admitted =
  | { readonly ok: true; readonly request: IncomingMessage }
  | { readonly ok: false; readonly kind: EdgeProblem };

type Asked = {
  readonly pathname: string;
  readonly mayBringFile: Application['mayBringFile'];
  /** Tells a client that waits for it (`Expect: 100-continue`) to send its body. */
  readonly goOn: () => void;
};

/**
 * The request as Next may read it, or why it may not: judged by the length it announces, and counted where it announces none.
 * Whoever is not known brings no more than a form.
 */
export async function admitBody(request: IncomingMessage, { pathname, mayBringFile, goOn }: Asked): Promise<Admitted> {
  const { 'content-length': length, 'transfer-encoding': pieces } = request.headers;
  const announced = pieces === undefined ? Number(length ?? 0) : null;
  const kind = bodyKindOf(pathname);
  const refusal = await mayBring(request, { announced, kind, mayBringFile });
  if (refusal !== null) return { ok: false, kind: refusal };
  if ('expect' in request.headers) goOn();
  if (announced !== null) return { ok: true, request };
  const body = await counted(request, bodyLimits[kind]);
  return body === null ? { ok: false, kind: 'too-large' } : { ok: true, request: withBody(request, body) };
}

type Bringing = Pick<Asked, 'mayBringFile'> & { readonly announced: number | null; readonly kind: BodyKind };

async function mayBring(request: IncomingMessage, { announced, kind, mayBringFile }: Bringing) {
  const { authorization = null, cookie = null } = request.headers;
  if (announced !== null && announced > bodyLimits[kind]) return 'too-large';
  if (kind !== 'file' || (announced !== null && announced <= bodyLimits.form)) return null;
  const may = await mayBringFile({ authorization, cookie });
  return may === 'yes' ? null : may;
}

/** The whole body, null when it is larger than that. */
async function counted(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    const take = (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= mostBytes) return void pieces.push(piece);
      request.off('data', take);
      resolve(null);
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(pieces)));
    // Who left hears nothing of it.
    request.once('error', () => resolve(null));
  });
}

/** The same request once more: what was read of a stream cannot be put back after its end. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } = request;
  const again = new IncomingMessage(request.socket);
  delete headers['transfer-encoding'];
  headers['content-length'] = String(body.length);
  Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders });
  again.push(body);
  again.push(null);
  again.complete = true;
  return again;
}

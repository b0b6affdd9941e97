import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';

export type Asked = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string | FormData | URLSearchParams;
};

export type Visitor = ReturnType<typeof visitorOf>;

/** Somebody who comes through the proxy over TLS, keeps cookies and follows nothing. */
export function visitorOf({ port, ca }: { port: number; ca: string }) {
  const origin = `https://localhost:${port}`;
  const agent = new Agent({ ca, keepAlive: true });
  const jar = new Map<string, string>();
  const ask = async (path: string, { method = 'GET', headers = {}, body }: Asked = {}) => {
    const { bytes, type } = await written(body);
    const asked = request(origin + path, {
      agent,
      method,
      headers: {
        Origin: origin,
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(bytes === null ? {} : { 'Content-Length': bytes.length }),
        ...(type === null ? {} : { 'Content-Type': type }),
        ...headers,
      },
    });
    // Whoever refuses may hang up before all was sent: what it said first counts.
    asked.on('error', () => undefined);
    asked.end(bytes);
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    if (answer === undefined) throw new Error('no answer');
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return { status: answer.statusCode, headers: answer.headers, text: await text(answer).catch(() => '') };
  };
  return { origin, ask };
}

async function written(body: Asked['body']): Promise<{ bytes: Buffer | null; type: string | null }> {
  if (body === undefined) return { bytes: null, type: null };
  const whole = new Response(typeof body === 'string' || !Buffer.isBuffer(body) ? body : new Uint8Array(body));
  return { bytes: Buffer.from(await whole.arrayBuffer()), type: whole.headers.get('content-type') };
}

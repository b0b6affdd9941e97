import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type Relay = { readonly url: string; end(): void };

const complaintsPath = '/what-a-page-complained-about';

/** Tells every complaint of a page, from its first line on. */
const reporter = `const complain = (text) => navigator.sendBeacon('${complaintsPath}', location.pathname + ': ' + text);
addEventListener('error', ({ message }) => complain(message));
addEventListener('unhandledrejection', ({ reason }) => complain(reason));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => complain(violatedDirective + ' ' + blockedURI));
for (const kind of ['error', 'warn']) {
  const say = console[kind].bind(console);
  console[kind] = (...words) => { complain(words.join(' ')); say(...words); };
}`;

/**
 * Stands before an application for a browser whose driver does not tell what a page complains of: puts a reporter first into
 * each page, under the page's own nonce, and keeps what it tells.
 */
export async function startReportingRelay(to: string, complaints: string[]): Promise<Relay> {
  const target = new URL(to);
  const server = createServer(async (asked, answer) => {
    if (asked.url !== complaintsPath) return pass(asked, answer, { target, own: urlOf() });
    complaints.push(Buffer.concat(await asked.toArray()).toString());
    answer.writeHead(204).end();
  });
  const urlOf = () => {
    const address = server.address();
    return `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: urlOf(),
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

type Way = { readonly target: URL; readonly own: string };

function pass(asked: IncomingMessage, answer: ServerResponse, { target, own }: Way): void {
  const theirs = (value: string | undefined) => value?.replace(own, target.origin);
  const { origin, referer } = asked.headers;
  const headers = { ...asked.headers, host: target.host, 'accept-encoding': 'identity' };
  if (origin !== undefined) Object.assign(headers, { origin: theirs(origin) });
  if (referer !== undefined) Object.assign(headers, { referer: theirs(referer) });
  const { hostname, port } = target;
  const forward = request({ hostname, port, path: asked.url, method: asked.method, headers }, async (got) => {
    const { location } = got.headers;
    const back = { ...got.headers, ...(location ? { location: location.replace(target.origin, own) } : {}) };
    if (!String(got.headers['content-type']).startsWith('text/html')) {
      answer.writeHead(got.statusCode ?? 502, back);
      return void got.pipe(answer);
    }
    const html = reported(
      Buffer.concat(await got.toArray()).toString(),
      String(got.headers['content-security-policy']),
    );
    delete back['content-length'];
    answer.writeHead(got.statusCode ?? 502, back);
    answer.end(html);
  });
  forward.on('error', () => answer.destroy());
  asked.pipe(forward);
}

function reported(html: string, policy: string): string {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  return html.replace('<head>', `<head><script nonce="${nonce}">{${reporter}}</script>`);
}

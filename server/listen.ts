import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { refuseToStart } from './refuse-to-start';

/** Takes the port that was asked for and answers which it is; ends the process, with a reason, where that cannot be. */
export function listen(server: Server, host: string): Promise<number> {
  const wanted = process.env.PORT || '3000';
  // A port that is no number is left to the configuration check, which names it together with all other faults.
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535) return Promise.resolve(0);
  return new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) => refuseToStart(reason(error, host, wanted)));
    server.listen(Number(wanted), host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : Number(wanted);
      process.env.PORT = String(port);
      resolve(port);
    });
  });
}

/** The same, and lets it go again. */
export async function tryPort(host: string): Promise<number> {
  const probe = createServer();
  const port = await listen(probe, host);
  if (!probe.listening) return port;
  probe.close();
  probe.closeAllConnections();
  await once(probe, 'close');
  return port;
}

function reason({ code }: NodeJS.ErrnoException, host: string, port: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program: end that one, or set PORT.`;
  if (code === 'EACCES') return `Port ${port} is not open to this user: set PORT to 1024 or above.`;
  return `HOST ${host} and PORT ${port} cannot be listened on (${code}).`;
}

// Preloaded into every Node process under a command (`NODE_OPTIONS`): notes whom it looks up or connects to beyond this machine.
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { basename } from 'node:path';

const here = /^(localhost|127\.[\d.]+|::1|0\.0\.0\.0|::)$/;

function note(host) {
  if (typeof host !== 'string' || here.test(host)) return;
  const who = basename(process.argv[1] ?? 'node');
  appendFileSync(process.env.CONNECTIONS_FILE, `${host} ${who}\n`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options, host] = Array.isArray(args[0]) ? args[0] : args;
  note(typeof options === 'object' ? options?.host : host);
  return connect.apply(this, args);
};

for (const names of [dns, dns.promises])
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'resolveSrv']) {
    const ask = names[name];
    names[name] = (host, ...rest) => {
      note(host);
      return ask.call(names, host, ...rest);
    };
  }
syncBuiltinESMExports();

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

type Place = {
  readonly folder: string;
  readonly certificates: string;
  readonly port: number;
  readonly upstream: number;
};

type Recipe = {
  /** The whole file around the fragment of docs/reverse-proxies.md. */
  readonly around: (fragment: string, folder: string) => string;
  readonly command: (file: string, folder: string) => readonly [program: string, ...args: string[]];
};

const modules = ['ssl', 'proxy', 'proxy_http', 'headers', 'unique_id', 'authz_core', 'mpm_event', 'socache_shmcb'];

const recipes = {
  nginx: {
    around: (fragment, folder) =>
      `daemon off;\npid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${[
        'client_body',
        'proxy',
        'fastcgi',
        'uwsgi',
        'scgi',
      ]
        .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
        .join('\n')}\n${fragment}}\n`,
    command: (file) => ['nginx', '-c', file],
  },
  caddy: {
    around: (fragment) => `{\nadmin off\nauto_https off\n}\n${fragment}`,
    command: (file) => ['caddy', 'run', '--adapter', 'caddyfile', '--config', file],
  },
  haproxy: {
    around: (fragment) => fragment,
    command: (file) => ['haproxy', '-db', '-f', file],
  },
  apache2: {
    around: (fragment, folder) =>
      `ServerRoot ${folder}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\nServerName localhost\nListen 443\n${modules
        .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
        .join('\n')}\n${fragment}`,
    command: (file) => ['apache2', '-X', '-f', file],
  },
} as const satisfies Record<string, Recipe>;

export type ProxyName = keyof typeof recipes;
export const proxyNames = ['nginx', 'caddy', 'haproxy', 'apache2'] as const satisfies readonly ProxyName[];

/** A proxy with the fragment of the documentation, the example's names and places replaced; null where it is not installed. */
export async function startProxy(name: ProxyName, place: Place) {
  const { around, command }: Recipe = recipes[name];
  const file = join(place.folder, 'conf');
  writeFileSync(file, placed(around(fragmentOf(name), place.folder), place));
  // A worker of another user has to come in.
  for (const folder of [place.folder, place.certificates]) chmodSync(folder, 0o755);
  const [program, ...args] = command(file, place.folder);
  if (spawnSync('which', [program]).status !== 0) return null;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: place.folder },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const ended = once(child, 'exit');
  for (let tries = 0; tries < 200 && !(await listens(place.port)); tries++) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}: ${output}`);
    await wait(50);
  }
  return {
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function fragmentOf(name: ProxyName): string {
  const kind = name === 'apache2' ? 'apache' : name;
  const fragment = new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'ms').exec(
    readFileSync('docs/reverse-proxies.md', 'utf8'),
  )?.[1];
  if (fragment === undefined) throw new Error(`docs/reverse-proxies.md says nothing of ${name}`);
  return fragment;
}

const placed = (text: string, { certificates, port, upstream }: Place): string =>
  text
    .replaceAll('adoption.example.com', 'localhost')
    .replaceAll('/etc/ssl/', `${certificates}/`)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${upstream}`)
    .replaceAll(/(?<=listen |Listen |\*:|localhost:|bind :)443\b/g, String(port));

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, 'localhost');
    socket.once('connect', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });

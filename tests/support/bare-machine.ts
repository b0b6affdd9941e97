import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A place with a Node and nothing else, where only the data folder can be written. */
export type BareMachine = {
  /** Starts `node ARGS` there, from an empty folder, as a user without rights. */
  node(args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  readonly dataDir: string;
};

/** What a process says and how it ends; `said` is what it has said so far. */
export function listenTo(child: ChildProcess) {
  let said = '';
  const keep = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const closed = once(child, 'close').then(([code]): number | null => code);
  return { said: () => said, closed };
}

/** Why there is no such place here; null where there is. Said aloud once: programs then run as whoever runs the tests. */
export const notBare: string | null = missing();

// Everything that is mounted here becomes readable only, but for $DATA: in a view of the file system that this process has alone.
const asNobody = `
for place in / /tmp /dev/shm; do
  if mountpoint -q "$place" || [ "$place" = /tmp ]; then
    mount --bind "$place" "$place" && mount -o remount,bind,ro "$place" || exit 97
  fi
done
mount --bind "$DATA" "$DATA" && mount -o remount,bind,rw "$DATA" || exit 98
cd "$EMPTY" || exit 99
exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs env -i PATH=/nowhere "$@"`;

/** Makes one below `folder`, which everybody may look into. */
export function bareMachine(folder: string): BareMachine {
  const [dataDir, empty, node] = [join(folder, 'data'), join(folder, 'empty'), join(folder, 'node')];
  mkdirSync(dataDir, { mode: 0o700 });
  mkdirSync(empty, { mode: 0o755 });
  // Where the tests' own lies may be closed to others.
  if (!existsSync(node)) copyFileSync(process.execPath, node);
  if (notBare === null) chownSync(dataDir, 65_534, 65_534);
  return {
    dataDir,
    node: (args, env = {}) => {
      const all = { DATA_DIR: dataDir, ...env };
      if (notBare !== null) return spawn(node, args, { cwd: empty, env: { ...all, NODE_ENV: 'production' } });
      const settings = Object.entries(all).map(([name, value]) => `${name}=${value}`);
      return spawn('unshare', ['--mount', 'sh', '-c', asNobody, 'sh', ...settings, node, ...args], {
        env: { ...process.env, DATA: dataDir, EMPTY: empty },
      });
    },
  };
}

function missing(): string | null {
  const script = 'mount --bind /tmp /tmp && exec setpriv --reuid=65534 --clear-groups true';
  const { status } = spawnSync('unshare', ['--mount', 'sh', '-c', script]);
  if (status === 0) return null;
  const reason = 'its own view of the file system cannot be had here (it takes root on Linux)';
  process.stderr.write(`\nTHE RELEASE IS TRIED WITH ALL RIGHTS AND ON A WRITABLE DISK: ${reason}.\n\n`);
  return reason;
}

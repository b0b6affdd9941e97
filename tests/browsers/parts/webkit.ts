import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../support/free-port';
import { type Ask, asking } from './webdriver';

/** A window of WebKitGTK's MiniBrowser, driven by the protocol of W3C's WebDriver. */
export type WebKit = { readonly ask: Ask; end(): Promise<void> };

const miniBrowser = process.env.WEBKIT_BROWSER_PATH ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

// MiniBrowser's own bar is wider than a phone: with its buttons drawn small its window is as narrow as a page may be asked to be.
const smallBar = `
window * { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }
window button, window toolbutton, window entry image { -gtk-icon-transform: scale(0); }
`;

export async function startWebKit({ dark }: { readonly dark: boolean }): Promise<WebKit> {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'adoption-webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0', 'gtk.css'), smallBar);
  const child = startDriver(port, home);
  const { status, session } = asking(`http://127.0.0.1:${port}`);
  await answering(child, status);
  const args = ['--automation', ...(dark ? ['--dark-mode'] : [])];
  const ask = await session({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: miniBrowser, args } });
  const end = async () => {
    await ask('DELETE', '');
    // The screen that was started for it ends with its group.
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    rmSync(home, { recursive: true, force: true });
  };
  return { ask, end };
}

function startDriver(port: number, home: string): ChildProcess {
  const screen = process.env.DISPLAY ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24'];
  const [command = '', ...args] = [...screen, 'WebKitWebDriver', `--port=${port}`];
  // WebKit's own sandbox needs namespaces that a container rarely has.
  const env = { XDG_CONFIG_HOME: home, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  return spawn(command, args, { env: { ...process.env, ...env }, stdio: 'ignore', detached: true });
}

async function answering(child: ChildProcess, status: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error('WebKitWebDriver did not start');
    try {
      await status();
      return;
    } catch {
      await wait(200);
    }
  }
  throw new Error('WebKitWebDriver did not answer');
}

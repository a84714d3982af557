import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findFreePort } from '../../../../tooling/src/servers/free-port.ts';

interface DriverOptions {
  xvfb: string;
  driver: string;
  /** Whether the desktop's settings are dark and without motion. */
  isCalm: boolean;
}

/** WebKit's own driver, on a screen that nobody sees and with a home that is gone with it. */
export async function startWebkitDriver(
  options: DriverOptions,
): Promise<{ url: string; stop(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'wee5-webkit-'));
  if (options.isCalm) await stopAnimations(home);
  const screen = spawn(
    options.xvfb,
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const [display] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  const port = await findFreePort();
  const driver = spawn(options.driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...homeIn(home),
      ...(options.isCalm && { GTK_THEME: 'Adwaita:dark' }),
      DISPLAY: `:${display.toString().trim()}`,
      NO_AT_BRIDGE: '1',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/status`);
  const stop = async (): Promise<void> => {
    await Promise.all([driver, screen].map(end));
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { url, stop };
}

const homeIn = (home: string) => ({
  HOME: home,
  XDG_CONFIG_HOME: home,
  XDG_DATA_HOME: home,
  XDG_CACHE_HOME: home,
});

/** Where a desktop without a settings daemon keeps what its person prefers. */
async function stopAnimations(home: string): Promise<void> {
  await mkdir(join(home, 'gtk-3.0'));
  await writeFile(join(home, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKit's driver does not answer at ${url}.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

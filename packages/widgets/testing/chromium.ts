import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/** Runs as root and in containers, and talks to nobody but the page under test. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
];

/**
 * A Chromium to test in: `CHROME_PATH`, else the system's, else the one that comes inside an npm package.
 * @returns the path of its executable
 * @throws where there is none, with what to do
 */
export async function findChromium(): Promise<string> {
  const chosen = process.env['CHROME_PATH'] ?? usual.find((path) => existsSync(path));
  if (chosen) return chosen;
  if (process.platform === 'linux') return shippedChromium();
  throw new Error('No Chromium found. Install Chrome, or name a Chromium in CHROME_PATH.');
}

/**
 * The Chromium inside an npm package (Linux alone), which is the same build on every machine. Unpacked once into a directory of its own, and moved there whole, so that two test
 * runs may begin together.
 * @returns the path of its executable
 */
export async function shippedChromium(): Promise<string> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const version = import.meta.resolve('@sparticuz/chromium').match(/chromium@([\d.]+)/)?.[1] ?? 'npm';
  const home = join(tmpdir(), `wee5-chromium-${version}`);
  if (!existsSync(home)) {
    const temporary = await mkdtemp(`${home}-`);
    await inDirectory(temporary, () => chromium.executablePath());
    await rename(temporary, home).catch(() => rm(temporary, { recursive: true }));
  }
  return join(home, 'chromium');
}

/** The package unpacks into the system's temporary directory, and has no option for another. */
async function inDirectory<T>(directory: string, run: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = directory;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

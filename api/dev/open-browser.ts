import { spawn } from 'node:child_process';

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens a page in the user's browser; where there is none, the printed address has to do. */
export function openBrowser(url: string): void {
  const [command, ...options] = openers[process.platform] ?? ['xdg-open'];
  spawn(command, [...options, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

import { spawnSync } from 'node:child_process';

/** The Redis in PATH, or why there is none. */
export type FoundRedis = { file: string; version: string } | { missing: string };

const FILE = 'redis-server';

/** Asks the binary itself, so that one which cannot run is not taken for one. */
export function findRedis(path = process.env['PATH']): FoundRedis {
  const run = spawnSync(FILE, ['--version'], { env: { PATH: path }, encoding: 'utf8' });
  const version = /v=(\d+(?:\.\d+)*)/.exec(run.stdout ?? '')?.[1];
  if (version) return { file: FILE, version };
  const what = run.error ? 'is not installed' : `does not run: ${run.stderr.trim()}`;
  return { missing: `${FILE} ${what}; on Debian, apt-get install -y redis-server` };
}

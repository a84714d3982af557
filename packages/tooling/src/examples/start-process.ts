import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RunningExample } from './example.ts';

export interface ProcessOptions {
  cwd: string;
  port: number;
  env?: NodeJS.ProcessEnv;
  /** What it says when it can be opened; its address unless given. */
  ready?: string;
}

/**
 * Starts a server with this very Node.
 * @param options what Node is given: a file, and the file's options
 * @returns when it says that it is ready
 * @throws an error where it ends before that
 */
export async function startProcess(
  options: string[],
  { cwd, port, env, ready }: ProcessOptions,
): Promise<RunningExample> {
  const url = `http://localhost:${port}`;
  const { FORCE_COLOR: _, ...own } = process.env;
  const child = spawn(process.execPath, options, {
    cwd,
    env: { ...own, NO_COLOR: '1', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(ready ?? url)) resolve();
    });
    void ended.then(() => reject(new Error(`It ended before it was ready.\n${said}`)), reject);
  });
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  return { url, stop };
}

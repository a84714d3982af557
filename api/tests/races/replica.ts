import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sign } from '../support/sign.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** One API process of its own, as a deployment would run several of on one database. */
export class Replica {
  readonly #environment: Record<string, string>;
  #process: ChildProcess | undefined;
  #url = '';

  /** With a `PORT` other than 0 it comes back at the same address. */
  constructor(environment: Record<string, string>) {
    this.#environment = environment;
  }

  /** Where it listens, or has listened last. */
  get url(): string {
    return this.#url;
  }

  /** Starts the process and waits until it listens. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'], ...this.#environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const { url } = JSON.parse(line) as { url?: string };
      if (url === undefined) continue;
      this.#url = url;
      child.stdout.resume();
      return;
    }
    throw new Error('the API process ended before it listened');
  }

  /** Ends it without any warning. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** The status of the answer, or undefined where none came. */
  async deliver(body: string, secret: string): Promise<{ status: number; said: string } | undefined> {
    try {
      const response = await fetch(`${this.#url}/api/webhook`, {
        method: 'POST',
        headers: { ...sign(body, secret, new Date()) },
        body,
      });
      return { status: response.status, said: ((await response.json()) as { status: string }).status };
    } catch {
      return undefined;
    }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}

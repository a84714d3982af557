import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { scriptPath } from './fixtures.ts';

/** A process of its own: what it prints, line by line, and how to end it. */
export interface Script {
  pid: number;
  lines: string[];
  /** The next line, or undefined when it ends without one. */
  nextLine(): Promise<string | undefined>;
  say(line: string): void;
  /** SIGKILL: it gets no chance to tidy up. */
  kill(): Promise<void>;
  /** Resolves with everything it printed to stderr. */
  ended: Promise<string>;
}

/** Runs a script of `fixtures/scripts`; it is killed at the end of the test if it still runs. */
export function runScript(name: string, args: string[]): Script {
  const child = spawn(process.execPath, [scriptPath(name), ...args], { stdio: 'pipe' });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const lines: string[] = [];
  const output = createInterface(child.stdout);
  output.on('line', (line) => lines.push(line));
  const ended = once(child, 'close').then(() => stderr);
  let read = 0;
  const nextLine = async (): Promise<string | undefined> => {
    while (lines.length <= read) {
      if (await Promise.race([once(output, 'line').then(() => false), ended.then(() => true)])) break;
    }
    return lines[read++];
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { pid: child.pid ?? 0, lines, nextLine, say: (line) => child.stdin.write(`${line}\n`), kill, ended };
}

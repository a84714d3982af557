import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Step } from './step.ts';

/** The folder of the whole project. */
export const projectRoot = join(import.meta.dirname, '..', '..', '..');

const binDirectory = join(projectRoot, 'node_modules', '.bin');

/** Where the command of an installed tool is, to be run by this very Node; `of` is the package that depends on it. */
export function toolPath(name: string, command = name, of = projectRoot): string {
  const directory = join(of, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  if (!path) throw new Error(`The package ${name} has no command "${command}".`);
  return join(directory, path);
}

/** Runs a program in the project's folder or another, its output on ours; gives its exit code. */
export async function run(
  file: string,
  options: string[],
  { env = {}, cwd = projectRoot }: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<number> {
  const child = spawn(file, options, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Some tools look for their helpers in PATH (oxlint for tsgolint).
    env: { ...process.env, PATH: `${binDirectory}${delimiter}${process.env['PATH'] ?? ''}`, ...env },
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

export interface ToolRun {
  tool: string;
  command?: string;
  options: string[];
}

/** A step that is one check: it passes when each of its commands ends with 0; all of them run. */
export function checkStep(name: string, runs: () => ToolRun[]): Step {
  return {
    name,
    async run() {
      const failures: string[] = [];
      for (const { tool, command = tool, options } of runs()) {
        const code = await run(process.execPath, [toolPath(tool, command), ...options]);
        if (code !== 0) failures.push(`${[command, ...options].join(' ')} ended with ${code}`);
      }
      return {
        passed: failures.length === 0 ? 1 : 0,
        failures: failures.length === 0 ? [] : [failures.join('; ')],
        skipped: [],
      };
    },
  };
}

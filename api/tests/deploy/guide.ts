import { readFileSync } from 'node:fs';

export const guide = readFileSync(new URL('../../../docs/deploy.md', import.meta.url), 'utf8');

export interface Example {
  command: string;
  /** What it prints, with `…` for whatever may stand there. */
  expected: string;
  /** Whether it can run without anybody's account. */
  runs: boolean;
}

/** Every command of the guide that says what it prints. */
export function examplesIn(text: string): Example[] {
  const block = /^ *```sh( runs)?\n((?:(?!```)[^])*) *```\n\n *```text\n((?:(?!```)[^])*) *```$/gm;
  return [...text.matchAll(block)].map(([, runs, command = '', expected = '']) => ({
    command: command.trim(),
    expected: expected.trim(),
    runs: runs !== undefined,
  }));
}

/** Whether an output is what the guide says it is. */
export function asExpected(expected: string): RegExp {
  const parts = expected.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join(String.raw`[\s\S]*?`)}$`);
}

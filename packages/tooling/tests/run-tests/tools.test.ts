import { expect, it } from 'vitest';
import { run, toolPath } from '../../src/tools.ts';

it('gives the exit code of what it ran, and a failure for what a signal ended', async () => {
  expect(await run(process.execPath, ['-e', ''])).toBe(0);
  expect(await run(process.execPath, ['-e', 'process.exitCode = 3'])).toBe(3);
  expect(await run(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'])).toBe(1);
});

it('finds the command of an installed tool and names one that is not there', () => {
  expect(toolPath('typescript', 'tsc')).toMatch(/typescript.bin.tsc/);
  expect(() => toolPath('typescript', 'nonsense')).toThrow(
    'The package typescript has no command "nonsense".',
  );
});

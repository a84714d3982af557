import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runSteps } from '../../src/run-steps.ts';
import type { Step } from '../../src/step.ts';

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line.trim()));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const good: Step = { name: 'good', run: async () => ({ passed: 1, failures: [], skipped: [] }) };
const bad: Step = { name: 'bad', run: async () => ({ passed: 0, failures: ['no'], skipped: [] }) };
const throwing: Step = { name: 'throwing', run: () => Promise.reject(new Error('it broke')) };

it('runs every step even after one has failed or thrown', async () => {
  const results = await runSteps([bad, throwing, good]);
  expect(results.map(({ name, passed, failures }) => [name, passed, failures])).toEqual([
    ['bad', 0, ['no']],
    ['throwing', 0, ['it broke']],
    ['good', 1, []],
  ]);
});

it('prints the start of each step and how it ended', async () => {
  await runSteps([bad, good]);
  expect(printed).toEqual([
    '━━ bad',
    expect.stringMatching(/^━━ bad: FAILED \(\d+\.\d s\)$/),
    '━━ good',
    expect.stringMatching(/^━━ good: ok \(\d+\.\d s\)$/),
  ]);
});

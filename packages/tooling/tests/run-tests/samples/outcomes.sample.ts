// Every way a test can end; read by reporter.test.ts.
import { beforeAll, describe, expect, it } from 'vitest';

it('passes', () => {
  expect(1).toBe(1);
});

it('fails', () => {
  expect(1).toBe(2);
});

it('is skipped and says why', (context) => context.skip('no moon tonight'));

it.skip('is skipped in silence', () => {});

it.todo('is only planned');

describe('behind a hook that fails', () => {
  beforeAll(() => {
    throw new Error('the hook failed');
  });

  it('never runs', () => {});
});

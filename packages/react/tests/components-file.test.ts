import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { componentCode } from '../build/component-code.ts';

it('has a component for every widget as the widgets are now', async () => {
  const written = await readFile(new URL('../src/components.ts', import.meta.url), 'utf8');
  const fresh = await componentCode();
  expect(written, 'Run `npx pnpm@10 --filter @wee5/react generate` and commit src/components.ts.').toBe(
    fresh,
  );
});

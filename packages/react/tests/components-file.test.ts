import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createManifest } from '../../widgets/build/manifest/create-manifest.ts';
import { widgetsOf } from '../../widgets/build/manifest/widgets.ts';
import { componentCode } from '../build/component-code.ts';
import { heights } from '../src/reserved-height.ts';

it('has a component for every widget as the widgets are now', async () => {
  const written = await readFile(new URL('../src/components.ts', import.meta.url), 'utf8');
  const fresh = await componentCode();
  expect(written, 'Run `npx pnpm@10 --filter @wee5/react generate` and commit src/components.ts.').toBe(
    fresh,
  );
});

it('knows of every widget how much space it needs', () => {
  const tags = widgetsOf(createManifest()).map(({ tagName }) => tagName);
  expect(Object.keys(heights).toSorted(), 'src/reserved-height.ts has a line for each.').toEqual(
    tags.toSorted(),
  );
});

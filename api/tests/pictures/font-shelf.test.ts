import { expect, it } from 'vitest';
import { FontShelf } from '../../src/pictures/png/font-shelf.ts';

it('opens a font once, also for lines that need it at the same time: letters join within one font alone', async () => {
  const shelf = new FontShelf();
  const lines = await Promise.all(['محمد', 'عبد', 'الرحمن', 'الأنصاري'].map((text) => shelf.fontsOf(text)));
  expect(new Set(lines.flatMap((fonts) => [...fonts.values()])).size).toBe(1);
});

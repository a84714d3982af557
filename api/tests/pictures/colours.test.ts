import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coloursOf } from '../../src/pictures/card/colours.ts';

it.each(['light', 'dark'] as const)('keeps text and ring readable on %s, whatever the accent', (theme) => {
  const hex = fc
    .integer({ min: 0, max: 0xff_ff_ff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);
  const oklch = fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.nat(360),
    )
    .map(([l, c, h]) => `oklch(${l} ${c} ${h})`);
  fc.assert(
    fc.property(fc.oneof(hex, oklch), (accent) => {
      const { surface, text, quiet, accent: ring } = coloursOf(theme, accent);
      expect(wcagContrast(text, surface)).toBeGreaterThanOrEqual(7);
      expect(wcagContrast(quiet, surface)).toBeGreaterThanOrEqual(4.5);
      expect(wcagContrast(ring, surface)).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 500 },
  );
});

it.each([
  undefined,
  null,
  7,
  {},
  '',
  'no colour',
  '"/><script>',
  'url(//x)',
  'oklch(none none none)',
  'rgb(NaN 0 0)',
])('takes nothing but colours: %j', (accent) => {
  for (const colour of Object.values(coloursOf('dark', accent))) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
});

it('keeps the letter in its ring readable', () => {
  for (const theme of ['light', 'dark'] as const) {
    const { fill, quiet } = coloursOf(theme, 'yellow');
    expect(wcagContrast(quiet, fill)).toBeGreaterThanOrEqual(4.5);
  }
});

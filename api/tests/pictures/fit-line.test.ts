import { expect, it } from 'vitest';
import type { Line, Span } from '../../src/pictures/card/drawing.ts';
import { fitLine } from '../../src/pictures/svg/fit-line.ts';

const look = { dir: 'auto', strong: false, colour: '#000000', gap: 0 } as const;
const measure = ({ text, size }: Span): number => text.length * size;
const fit = (room: number, spans: Span[]) =>
  fitLine({ x: 0, baseline: 0, dir: 'ltr', anchor: 'start', room, spans }, measure);
const line = (room: number, span: Partial<Span>): Pick<Line['spans'][number], 'text' | 'size'>[] =>
  fit(room, [{ ...look, text: 'abcdefghij', size: 20, ...span }]).map(({ text, size }) => ({ text, size }));

it('leaves a span as it is while there is room', () => {
  expect(line(200, { smallest: 10 })).toEqual([{ text: 'abcdefghij', size: 20 }]);
});

it('makes it smaller where it may be, as little as is needed', () => {
  expect(line(170, { smallest: 10 })).toEqual([{ text: 'abcdefghij', size: 16 }]);
});

it('cuts it where it may not become smaller', () => {
  expect(line(100, {})).toEqual([{ text: 'abcd…', size: 20 }]);
  expect(line(100, { smallest: 16 })).toEqual([{ text: 'abcde…', size: 16 }]);
});

it('leaves out what nothing fits of, and never what stands before it', () => {
  expect(line(19, {})).toEqual([]);
  const first = { ...look, text: 'abc', size: 20 };
  expect(fit(60, [first, { ...first, gap: 5 }])).toEqual([first]);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { StreamParser, type StreamEvent } from '../src/live/transports/stream-parser.ts';

const encoder = new TextEncoder();

function parse(...chunks: (string | Uint8Array)[]): { events: StreamEvent[]; retries: number[] } {
  const events: StreamEvent[] = [];
  const retries: number[] = [];
  const parser = new StreamParser({
    event: (event) => events.push(event),
    retry: (milliseconds) => retries.push(milliseconds),
  });
  for (const chunk of chunks) parser.feed(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
  return { events, retries };
}

const message = (data: string, lastEventId = '', type = 'message') => ({ type, data, lastEventId });

// The examples of the specification, and its rules one by one.
it.each<[what: string, stream: string, events: StreamEvent[]]>([
  ['joins the lines of one event', 'data: YHOO\ndata: +2\ndata: 10\n\n', [message('YHOO\n+2\n10')]],
  [
    'keeps the last id, and takes an empty one back',
    ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n',
    [message('first event', '1'), message('second event'), message(' third event')],
  ],
  [
    'dispatches empty data, and drops what has no end',
    'data\n\ndata\ndata\n\ndata:',
    [message(''), message('\n')],
  ],
  [
    'takes one space after the colon for nothing',
    'data:test\n\ndata: test\n\n',
    [message('test'), message('test')],
  ],
  ['forgets the type of an event without data', 'event: a\n\ndata: b\n\n', [message('b')]],
  [
    'takes a type for one event only',
    'event: a\ndata: 1\n\ndata: 2\n\n',
    [message('1', '', 'a'), message('2')],
  ],
  [
    'ends lines in any way',
    'data: a\r\ndata: b\rdata: c\n\r\ndata: d\r\r',
    [message('a\nb\nc'), message('d')],
  ],
  ['takes no id with a null character', 'id: 1\nid: a\0b\ndata: x\n\n', [message('x', '1')]],
  [
    'takes a byte order mark from the beginning only',
    '\uFEFFdata: a\n\n\uFEFFdata: b\n\ndata: c\n\n',
    [message('a'), message('c')],
  ],
  ['ignores fields it does not know', 'foo: bar\ndata: a\nDATA: b\n\n', [message('a')]],
])('%s', (_what, stream, events) => {
  expect(parse(stream).events).toEqual(events);
});

it('takes how long to wait from digits only', () => {
  expect(parse('retry: 1500\nretry: 2s\nretry: -1\nretry:\nretry:7\n\n').retries).toEqual([1500, 7]);
});

it('gives the same events however the bytes are cut', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\r',
      '\r\n',
      ':',
      ' ',
      'data',
      'event',
      'id',
      'retry',
      'data: ',
      '\n\n',
      '\0',
      '\uFEFF',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const stream = fc.array(piece, { maxLength: 60 }).map((pieces) => encoder.encode(pieces.join('')));
  fc.assert(
    fc.property(stream, fc.array(fc.nat(200), { maxLength: 20 }), (bytes, cuts) => {
      const places = [...new Set([0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length])].sort(
        (a, b) => a - b,
      );
      const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
      expect(parse(...chunks)).toEqual(parse(bytes));
      expect(parse(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(parse(bytes));
    }),
    { numRuns: 500 },
  );
});

it('joins characters and line ends that were cut in two', () => {
  const bytes = encoder.encode('data: é😀\r\ndata: b\r\n\r\n');
  expect(parse(...Array.from(bytes, (byte) => Uint8Array.of(byte))).events).toEqual([message('é😀\nb')]);
});

it('reads back what was written, whatever the text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 }).map((any) => any.replaceAll(/[\r\n]/g, ' '));
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 3 })), (events) => {
      const stream = events.map((lines) => lines.map((line) => `data: ${line}\n`).join('') + '\n').join('');
      const decoded = (line: string) =>
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(encoder.encode(line));
      expect(parse(stream).events.map(({ data }) => data)).toEqual(
        events.map((lines) => lines.map(decoded).join('\n')),
      );
    }),
  );
});

it('gives up on an event that never ends, in one line or in many', () => {
  const long = 'x'.repeat(100_000);
  expect(() => parse(...Array.from({ length: 20 }, () => long))).toThrow(RangeError);
  expect(() => parse(...Array.from({ length: 20 }, () => `data: ${long}\n`))).toThrow(RangeError);
  expect(() => parse(...Array.from({ length: 200 }, () => `data: ${long}\n\n`))).not.toThrow();
});

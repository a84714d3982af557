import { assert } from '@esm-bundle/chai';
import { LevelBadgeElement } from '../components/level-badge/level-badge.ts';
import { define } from './define.ts';
import { createFormat } from '../messages/format.ts';
import { createLateFormat } from '../messages/late-format.ts';
import { safeImageUrl } from './safe-image-url.ts';

describe('numbers and times', () => {
  const { compact, full, initial, relative } = createLateFormat(createFormat('en'));

  it('writes numbers in full up to 99,999 and short above', () => {
    assert.deepEqual([0, 999, 4_675, 99_999].map(compact), ['0', '999', '4,675', '99,999']);
    assert.deepEqual([100_000, 999_950, 1_234_567, 12_345_678].map(compact), ['100K', '1M', '1.2M', '12.3M']);
    assert.equal(full(Number.MAX_SAFE_INTEGER), '9,007,199,254,740,991');
  });

  it('says how long ago something was', () => {
    const now = Date.parse('2026-01-10T12:00:00Z');
    const ago = (minutes: number) => relative(new Date(now - minutes * 60_000), now);
    assert.equal(ago(0.5), '30 seconds ago');
    assert.equal(ago(0.1), 'now');
    assert.equal(ago(-3), 'now');
    assert.equal(ago(1), '1 minute ago');
    assert.equal(ago(59.9), '59 minutes ago');
    assert.equal(ago(61), '1 hour ago');
    assert.equal(ago(47 * 60), '47 hours ago');
    assert.equal(ago(49 * 60), '2 days ago');
  });

  it('takes the first letter a reader sees', () => {
    assert.deepEqual(['maya', ' élan', '👩🏽‍🚀 Ada', 'ß', '   '].map(initial), ['M', 'É', '👩🏽‍🚀', 'SS', '']);
  });

  it('finds its end where Intl finds it', () => {
    const segmenter = new Intl.Segmenter('en');
    // Every letter of the alphabets, every twentieth of those with thousands.
    const codes = Array.from({ length: 0x2_00_00 }, (_, code) => code).filter(
      (it) => it < 0x1_800 || it % 20 === 0,
    );
    const starts = codes.map((code) => String.fromCodePoint(code)).filter((it) => /\p{L}/u.test(it));
    const ends = ['', 'a', ' a', '漢', 'ᅡ', '한', '\u0301', '\u0e33', '\ufe0f', '\uff9e', '🏽'];
    for (const start of starts) {
      for (const end of ends) {
        const name = start + end;
        const letter = [...segmenter.segment(name)][0]!.segment.toLocaleUpperCase('en');
        if (initial(name) !== letter) assert.fail(`${initial(name)} is not ${letter}`);
      }
    }
  });

  for (const region of ['en', 'en-US', 'en-CA', 'en-AU', 'en-NZ', 'en-IE', 'en-GB', 'en-IN', 'en-ZA', 'de']) {
    it(`writes what Intl writes in ${region}`, () => {
      const numbers = new Intl.NumberFormat(region);
      const short = new Intl.NumberFormat(region, { notation: 'compact', maximumFractionDigits: 1 });
      const times = new Intl.RelativeTimeFormat(region, { numeric: 'auto' });
      const format = createLateFormat(createFormat(region));
      for (const value of numbersOfAllLengths) {
        assert.equal(format.full(value), numbers.format(value));
        if (value > 99_999) assert.equal(format.compact(value), short.format(value));
      }
      assert.equal(format.relative(new Date(1_000), 1_000), times.format(-0, 'second'));
      assert.equal(format.relative(new Date(0), 61_000), times.format(-1, 'minute'));
      assert.equal(format.relative(new Date(0), 7_300_000), times.format(-2, 'hour'));
      assert.equal(format.relative(new Date(0), 2_000_000_000), times.format(-23, 'day'));
    });
  }

  it('asks Intl for nothing where English is simple', () => {
    const real = globalThis.Intl;
    globalThis.Intl = {} as typeof Intl;
    try {
      const english = createLateFormat(createFormat('en-US'));
      assert.equal(english.full(4_675), '4,675');
      assert.equal(english.compact(123_456), '123.5K');
      assert.equal(english.relative(new Date(0), 120_000), '2 minutes ago');
      assert.equal(english.initial('Zoë'), 'Z');
    } finally {
      globalThis.Intl = real;
    }
  });
});

const numbersOfAllLengths = [
  0, 7, 99, 999, 1_000, 99_999, 100_050, 999_949, 999_950, 1_250_000, 2.5, -12_345,
].concat(
  Array.from({ length: 15 }, (_, digits) => Math.floor(10 ** digits * 3.141_59)),
  999_949_999,
  999_950_000,
  Number.MAX_SAFE_INTEGER,
);

describe('safeImageUrl', () => {
  it('lets https through, and http on this machine', () => {
    assert.equal(safeImageUrl('https://cdn.example.com/a b.png'), 'https://cdn.example.com/a%20b.png');
    assert.equal(safeImageUrl('http://localhost:3000/a.png'), 'http://localhost:3000/a.png');
  });

  for (const url of [
    null,
    undefined,
    '',
    'a.png',
    '//example.com/a.png',
    'http://example.com/a.png',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    'blob:https://example.com/1',
    'https://user:secret@example.com/a.png',
    'https://',
  ]) {
    it(`refuses ${JSON.stringify(url)}`, () => assert.isNull(safeImageUrl(url)));
  }
});

describe('define', () => {
  it('leaves a tag with whoever had it first', () => {
    class First extends LevelBadgeElement {}
    class Second extends LevelBadgeElement {}
    define('wee5-test-define', First);
    define('wee5-test-define', Second);
    assert.equal(customElements.get('wee5-test-define'), First);
  });
});

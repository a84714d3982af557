import { assert } from '@esm-bundle/chai';
import { LevelBadgeElement } from '../components/level-badge/level-badge.ts';
import { define } from './define.ts';
import { createFormat } from '../messages/format.ts';
import { safeImageUrl } from './safe-image-url.ts';

describe('numbers and times', () => {
  const { compact, full, initial, relative } = createFormat('en');

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
});

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

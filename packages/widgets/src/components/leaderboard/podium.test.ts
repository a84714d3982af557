import { assert } from '@esm-bundle/chai';
import { animated, members, shownBoard } from '../../../testing/board-fixture.ts';
import { cleanUp, mount, parts, settle } from '../../../testing/fixture.ts';
import { board, community, difficultNames, entry, reranked } from '../../../testing/samples.ts';

const podium = { layout: 'podium' };

function boxes(element: Element, count = 3): DOMRect[] {
  return parts(element, 'row')
    .slice(0, count)
    .map((row) => row.getBoundingClientRect());
}

/** The tops of the bases that the first three stand on. */
function tops(element: Element): number[] {
  return parts(element, 'rank')
    .slice(0, 3)
    .map((base) => Math.round(base.getBoundingClientRect().top));
}

describe('<wee5-leaderboard> with a podium', () => {
  cleanUp();

  it('sets the first above the second above the third, beside each other in one table', async () => {
    const { element } = await shownBoard(board(), podium);
    const [one, two, three] = tops(element);
    assert.isBelow(one!, two!);
    assert.isBelow(two!, three!);
    const [first, second, third] = boxes(element);
    assert.isAtMost(second!.right, first!.left + 1);
    assert.isAtMost(first!.right, third!.left + 1);
    assert.isAtMost(first!.bottom, parts(element, 'row')[3]!.getBoundingClientRect().top);
    const table = element.shadowRoot!.querySelector('table')!;
    assert.equal(table.querySelectorAll('tbody > [role=row]').length, 10);
    assert.equal(parts(element, 'name')[0]!.textContent, 'Maya Chen', 'ranks are read in their order');
  });

  it('lets whoever shares a rank stand as high as the other', async () => {
    const { element, client } = await shownBoard(reranked(board(), { user_1: 8_000, user_2: 8_000 }), podium);
    const [one, second, other] = tops(element);
    assert.equal(second, other);
    assert.isBelow(one!, second!);
    const tied = board().entries.map((it, index) => (index < 4 ? { ...it, rank: 1, xp: 9840 } : it));
    client.say('leaderboard', board({ entries: tied }));
    await settle(element);
    assert.equal(new Set(tops(element)).size, 1);
  });

  for (const count of [1, 2]) {
    it(`stands in the middle with ${count} of three`, async () => {
      const { element } = await shownBoard(board({ entries: members(count), total: count }), podium);
      const all = boxes(element, count);
      const { left, right } = element.getBoundingClientRect();
      const start = Math.min(...all.map((box) => box.left)) - left;
      const end = right - Math.max(...all.map((box) => box.right));
      assert.closeTo(start, end, 2);
      assert.equal(new Set(all.map((box) => box.left)).size, count, 'nobody stands on another');
    });
  }

  it('is plain rows where it would be too narrow', async () => {
    const { element } = await shownBoard(board(), { ...podium, width: 340 });
    const [first, second] = boxes(element);
    assert.equal(first!.left, second!.left);
    assert.equal(first!.bottom, second!.top);
  });

  it('is plain rows where the first is not on show', async () => {
    const entries = members(10, 20);
    const { element } = await shownBoard(board({ entries }), { ...podium, around: 'user_25' });
    const [first, second] = boxes(element);
    assert.equal(first!.bottom, second!.top);
  });

  for (const width of [240, 360, 480, 900]) {
    it(`keeps its height from loading on at ${width} px`, async () => {
      const { element, client } = await mount('wee5-leaderboard', { ...podium, width });
      const height = element.offsetHeight;
      client.say('community', community());
      client.say('leaderboard', board());
      await settle(element);
      assert.equal(element.offsetHeight, height);
    });

    it(`lets no text leave its place at ${width} px`, async () => {
      const entries = difficultNames.map((displayName, index) =>
        entry(index, { displayName, rank: index + 1, xp: 12_345_678 - index, level: 188 }),
      );
      const { element } = await shownBoard(board({ entries }), { ...podium, width });
      for (const row of parts(element, 'row').slice(0, 3)) {
        const { left, right, top, bottom } = row.getBoundingClientRect();
        for (const text of row.querySelectorAll('.place, .name, .level .t, .xp .t')) {
          const box = text.getBoundingClientRect();
          assert.isAtLeast(box.left, left);
          assert.isAtMost(box.right, right);
          assert.isAtLeast(box.top, top);
          assert.isAtMost(box.bottom, bottom);
        }
      }
    });
  }

  it('lets members glide onto it and off it', async () => {
    const { element, client } = await shownBoard(board(), podium);
    const before = parts(element, 'row')[4]!.getBoundingClientRect();
    const row = parts(element, 'row')[4];
    client.say('leaderboard', reranked(board(), { user_4: 20_000 }));
    await element.updateComplete;
    assert.isTrue(parts(element, 'row')[0] === row, 'the same row');
    assert.closeTo(boxes(element, 1)[0]!.left, before.left, 1);
    assert.closeTo(boxes(element, 1)[0]!.top, before.top, 1);
    assert.equal(animated(element).length, 5);
  });
});

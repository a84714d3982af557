import { HttpError } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { reader, shownBoard } from '../../../testing/board-fixture.ts';
import { cleanUp, mount, nextFrame, part, parts, seen, settle, text } from '../../../testing/fixture.ts';
import { board, difficultNames, entry, reranked } from '../../../testing/samples.ts';

describe('<wee5-leaderboard>', () => {
  cleanUp();

  describe('properties', () => {
    it('asks for ten members unless `limit` says otherwise, and never for less than 1 or more than 100', async () => {
      const { element, client } = await mount('wee5-leaderboard');
      const asked = () => client.watched.find(({ kind }) => kind === 'leaderboard');
      assert.deepEqual(asked(), { kind: 'leaderboard', limit: 10 });
      for (const [attribute, limit] of [
        ['25', 25],
        ['1000', 100],
        ['0', 10],
        ['many', 10],
        ['-3', 10],
      ] as const) {
        element.setAttribute('limit', attribute);
        await settle(element);
        assert.deepEqual(asked(), { kind: 'leaderboard', limit }, attribute);
      }
    });

    it('asks around a member, and marks their row', async () => {
      const { element, client } = await shownBoard(board(), { around: 'user_3' });
      assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, around: 'user_3' });
      assert.equal(seen(part(element, 'own-row')), '4 L Luca Rossi Level 11 6,259 XP');
    });

    it('names the time that `window` covers', async () => {
      const window = { kind: 'week', startsAt: null, endsAt: null } as const;
      const { element, client } = await shownBoard(board({ window }), { window: 'week' });
      assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, window: 'week' });
      assert.include(text(element), 'This week');
    });
  });

  describe('slots', () => {
    it('takes the page’s own title, and its own words for an empty board', async () => {
      const { element } = await shownBoard(board({ entries: [], total: 0 }));
      element.innerHTML = '<span slot="title">Top traders</span><span slot="empty">Be the first</span>';
      const assigned = (name: string) =>
        element.shadowRoot!.querySelector<HTMLSlotElement>(`slot[name=${name}]`)!.assignedElements()[0]!
          .textContent;
      assert.equal(assigned('title'), 'Top traders');
      assert.equal(assigned('empty'), 'Be the first');
    });
  });

  describe('CSS parts', () => {
    it('lets a page style each of them', async () => {
      const { element } = await shownBoard(board({ me: reader }));
      const names = [
        'card',
        'body',
        'title',
        'row',
        'own-row',
        'rank',
        'avatar',
        'name',
        'level',
        'xp',
        'footer',
        'status',
      ];
      for (const name of names) {
        const style = document.createElement('style');
        style.textContent = `wee5-leaderboard::part(${name}) { outline: 3px solid rgb(1, 2, 3) }`;
        document.body.append(style);
        assert.equal(getComputedStyle(part(element, name)).outlineColor, 'rgb(1, 2, 3)', name);
      }
    });

    it('makes rows as high as the page wants', async () => {
      const { element } = await shownBoard();
      assert.equal(part(element, 'row').offsetHeight, 44);
      element.style.setProperty('--wee5-row-height', '36px');
      assert.equal(part(element, 'row').offsetHeight, 36);
    });
  });

  describe('states', () => {
    for (const width of [240, 360, 480, 900]) {
      it(`keeps its height from loading to a full board and to failure at ${width} px`, async () => {
        const { element, client } = await mount('wee5-leaderboard', { width });
        const height = element.offsetHeight;
        client.fail('leaderboard', new HttpError(404, { code: 'unknown-community' }));
        await settle(element);
        assert.equal(element.offsetHeight, height, 'failed');
        client.say('leaderboard', board());
        client.become('live');
        await settle(element);
        assert.equal(element.offsetHeight, height, 'full');
        client.say('leaderboard', reranked(board(), { user_4: 20_000 }));
        await settle(element);
        assert.equal(element.offsetHeight, height, 'moved');
      });

      it(`lets no text leave its cell or the card at ${width} px`, async () => {
        const entries = difficultNames.map((displayName, index) =>
          entry(index, { displayName, rank: 99_990 + index, xp: 12_345_678 - index }),
        );
        const { element } = await shownBoard(board({ entries, me: entries[1]! }), { width });
        const { left, right } = element.getBoundingClientRect();
        for (const row of parts(element, 'row')) {
          const [rank, picture, name] = ['.place', '.avatar', '.name'].map((it) =>
            row.querySelector(it)!.getBoundingClientRect(),
          );
          const xp = row.querySelector('td.xp .t')!.getBoundingClientRect();
          assert.isAtLeast(rank!.left, left + 12);
          assert.isAtLeast(picture!.left, rank!.right);
          assert.isAtLeast(name!.left, picture!.right);
          assert.isAtMost(name!.right, xp.left);
          assert.isAtMost(xp.right, right - 12);
        }
      });
    }

    it('shows rank, name, level and XP of each member, and how many there are', async () => {
      const { element } = await shownBoard();
      assert.equal(seen(parts(element, 'row')[0]!), '1 M Maya Chen Level 13 9,840 XP');
      assert.include(text(element), '1,204 members');
      assert.include(text(element), 'Live');
    });

    it('gives the same rank to members with the same XP', async () => {
      const data = reranked(board(), { user_1: 8_000, user_2: 8_000 });
      const { element } = await shownBoard(data);
      assert.deepEqual(parts(element, 'rank').slice(0, 4).map(seen), ['1', '2', '2', '4']);
    });

    it('pins the reader’s own row below the others where they are not among them', async () => {
      const { element } = await shownBoard(board({ me: reader, total: 10_000 }));
      const rows = parts(element, 'row');
      assert.equal(rows.length, 11);
      assert.equal(seen(rows[10]!), '42 N Noor Haddad You Level 5 1,210 XP');
      assert.equal(rows[10]!.getBoundingClientRect().top, rows[9]!.getBoundingClientRect().bottom);
      assert.include(text(element), '10,000 members');
    });

    it('marks the reader’s own row where it stands', async () => {
      const { element } = await shownBoard(board({ me: entry(2) }));
      assert.equal(parts(element, 'row').length, 10);
      assert.equal(parts(element, 'row').indexOf(part(element, 'own-row')), 2);
    });

    it('says what to do where no one is on the board', async () => {
      const { element } = await shownBoard(board({ entries: [], total: 0 }));
      assert.equal(seen(part(element, 'notice')), 'No one is on the board yet Say hello in chat.');
    });

    it('keeps the board on show when a refresh fails', async () => {
      const { element, client } = await shownBoard();
      client.fail('leaderboard', new HttpError(503, { code: 'storage-unavailable' }));
      await settle(element);
      assert.equal(parts(element, 'row').length, 10);
      assert.include(text(element), 'Could not refresh.');
      part(element, 'button').click();
      await nextFrame();
      assert.equal(parts(element, 'row').length, 10);
    });
  });
});

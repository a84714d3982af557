import { HttpError, type Leaderboard } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../../testing/fake-client.ts';
import {
  assertAccessible,
  cleanUp,
  mount,
  nextFrame,
  part,
  parts,
  pause,
  prefer,
  seen,
  settle,
  text,
  until,
} from '../../../testing/fixture.ts';
import { board, community, difficultNames, entry, reranked } from '../../../testing/samples.ts';
import type { RankChangedEvent } from '../../events/rank-changed.ts';

const me = entry(41, { userId: 'user_me', displayName: 'Noor Haddad', rank: 42, xp: 1210 });

async function shown(data: Leaderboard = board(), properties = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('leaderboard', data);
  return mount('wee5-leaderboard', properties, client);
}

function order(element: Element): string[] {
  return parts(element, 'name').map(seen);
}

function animated(element: Element): HTMLElement[] {
  return parts(element, 'row').filter((row) => row.getAnimations().length > 0);
}

describe('<wee5-leaderboard>', () => {
  cleanUp();

  describe('accessibility', () => {
    it('is clean in every state', async () => {
      const { element, client } = await mount('wee5-leaderboard');
      await assertAccessible(element);
      client.say('leaderboard', board({ entries: [], total: 0 }));
      await settle(element);
      await assertAccessible(element);
      client.say('leaderboard', board({ me }));
      await settle(element);
      await assertAccessible(element);
      client.say('leaderboard', reranked(board({ me }), { user_4: 20_000 }));
      client.become('offline');
      await pause(300);
      await assertAccessible(element);
    });

    for (const theme of ['light', 'dark'] as const) {
      for (const width of [240, 480]) {
        it(`has enough contrast in ${theme} colours at ${width} px`, async () => {
          document.body.style.background = theme === 'dark' ? '#000' : '#fff';
          const { element } = await shown(board({ me }), { theme, width });
          await assertAccessible(element);
        });
      }
    }

    it('is a table with a caption, headers and one row per member', async () => {
      const { element } = await shown();
      const table = element.shadowRoot!.querySelector('table')!;
      assert.equal(seen(table.caption!), 'Leaderboard All time');
      assert.deepEqual(
        [...table.querySelectorAll('[role=columnheader]')].map(({ textContent }) => textContent.trim()),
        ['Rank', 'Member', 'Level', 'XP'],
      );
      assert.equal(table.querySelectorAll('tbody [role=row]').length, 10);
    });

    it('tells of moves in one polite region, not more often than every five seconds', async () => {
      const before = board();
      const { element, client } = await shown(before);
      const region = element.shadowRoot!.querySelectorAll('[role=status]');
      assert.equal(region.length, 1);
      const once = reranked(before, { user_4: 20_000 });
      client.say('leaderboard', once);
      await settle(element);
      assert.equal(region[0]!.textContent, 'Priya Natarajan moved up to rank 1');
      client.say('leaderboard', reranked(once, { user_5: 30_000 }));
      client.say('leaderboard', reranked(once, { user_6: 40_000 }));
      await pause(1_000);
      assert.equal(region[0]!.textContent, 'Priya Natarajan moved up to rank 1');
      await until('the newest is told', () => region[0]!.textContent.startsWith('Yuki Tanaka'), 5_000);
    });

    it('tells the reader of their own move first', async () => {
      const before = board({ me: entry(2) });
      const { element, client } = await shown(before);
      client.say('leaderboard', reranked(before, { user_4: 20_000 }));
      await settle(element);
      assert.equal(
        element.shadowRoot!.querySelector('[role=status]')!.textContent,
        'You moved down to rank 4',
      );
    });
  });

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
      const { element, client } = await shown(board(), { around: 'user_3' });
      assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, around: 'user_3' });
      assert.equal(seen(part(element, 'own-row')), '4 L Luca Rossi Level 11 6,259');
    });

    it('names the time that `window` covers', async () => {
      const window = { kind: 'week', startsAt: null, endsAt: null } as const;
      const { element, client } = await shown(board({ window }), { window: 'week' });
      assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, window: 'week' });
      assert.include(text(element), 'This week');
    });
  });

  describe('slots', () => {
    it('takes the page’s own title, and its own words for an empty board', async () => {
      const { element } = await shown(board({ entries: [], total: 0 }));
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
      const { element } = await shown(board({ me }));
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
      const { element } = await shown();
      assert.equal(part(element, 'row').offsetHeight, 44);
      element.style.setProperty('--wee5-row-height', '36px');
      assert.equal(part(element, 'row').offsetHeight, 36);
    });
  });

  describe('events', () => {
    it('tells of every member whose rank changed, also because another overtook', async () => {
      const before = board();
      const { element, client } = await shown(before);
      const heard: RankChangedEvent[] = [];
      element.addEventListener('wee5-rank-changed', (event) => heard.push(event));
      client.say('leaderboard', reranked(before, { user_2: 9_000 }));
      assert.sameDeepMembers(
        heard.map(({ userId, rank, previousRank }) => [userId, previousRank, rank]),
        [
          ['user_2', 3, 2],
          ['user_1', 2, 3],
        ],
      );
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
        const { element } = await shown(board({ entries, me: entries[1]! }), { width });
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
      const { element } = await shown();
      assert.equal(seen(parts(element, 'row')[0]!), '1 M Maya Chen Level 13 9,840');
      assert.include(text(element), '1,204 members');
      assert.include(text(element), 'Live');
    });

    it('gives the same rank to members with the same XP', async () => {
      const data = reranked(board(), { user_1: 8_000, user_2: 8_000 });
      const { element } = await shown(data);
      assert.deepEqual(parts(element, 'rank').slice(0, 4).map(seen), ['1', '2', '2', '4']);
    });

    it('pins the reader’s own row below the others where they are not among them', async () => {
      const { element } = await shown(board({ me, total: 10_000 }));
      const rows = parts(element, 'row');
      assert.equal(rows.length, 11);
      assert.equal(seen(rows[10]!), '42 N Noor Haddad You Level 5 1,210');
      assert.equal(rows[10]!.getBoundingClientRect().top, rows[9]!.getBoundingClientRect().bottom);
      assert.include(text(element), '10,000 members');
    });

    it('marks the reader’s own row where it stands', async () => {
      const { element } = await shown(board({ me: entry(2) }));
      assert.equal(parts(element, 'row').length, 10);
      assert.equal(parts(element, 'row').indexOf(part(element, 'own-row')), 2);
    });

    it('says what to do where no one is on the board', async () => {
      const { element } = await shown(board({ entries: [], total: 0 }));
      assert.equal(seen(part(element, 'notice')), 'No one is on the board yet Say hello in chat.');
    });

    it('moves a row when another member overtakes, and shows by how many places', async () => {
      const before = board();
      const { element, client } = await shown(before);
      client.say('leaderboard', reranked(before, { user_4: 9_000 }));
      await settle(element);
      assert.deepEqual(order(element).slice(0, 3), ['Maya Chen', 'Priya Natarajan', 'Jonas Weber']);
      assert.deepEqual(
        parts(element, 'move').map(({ title }) => title),
        ['Up 3 places', 'Down 1 place', 'Down 1 place', 'Down 1 place'],
      );
      await until('the arrows are gone', () => !parts(element, 'move').length, 4_500);
    });

    it('lets rows glide from where they were', async () => {
      const before = board();
      const { element, client } = await shown(before);
      const top = parts(element, 'row')[4]!.getBoundingClientRect().top;
      client.say('leaderboard', reranked(before, { user_4: 20_000 }));
      await element.updateComplete;
      const row = parts(element, 'row')[0]!;
      assert.equal(seen(row.querySelector('[part=name]')!), 'Priya Natarajan');
      assert.closeTo(row.getBoundingClientRect().top, top, 1);
      assert.equal(animated(element).length, 5);
      await until('every row has arrived', () => !animated(element).length, 400);
    });

    it('lets at most twelve rows glide', async () => {
      const entries = Array.from({ length: 30 }, (_, index) => entry(index, { xp: 9_000 - index }));
      const before = board({ entries });
      const { element, client } = await shown(before, { limit: 30 });
      client.say('leaderboard', reranked(before, { user_29: 20_000 }));
      await element.updateComplete;
      assert.equal(animated(element).length, 12);
      assert.include(animated(element), parts(element, 'row')[0]);
    });

    it('just changes for whoever prefers less motion', async () => {
      await prefer({ 'prefers-reduced-motion': 'reduce' });
      const before = board();
      const { element, client } = await shown(before);
      client.say('leaderboard', reranked(before, { user_4: 20_000 }));
      await element.updateComplete;
      assert.equal(animated(element).length, 0);
      assert.equal(order(element)[0], 'Priya Natarajan');
      assert.include(seen(parts(element, 'row')[0]!), '20,000');
    });

    it('keeps the board on show when a refresh fails', async () => {
      const { element, client } = await shown();
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

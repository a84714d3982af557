import { HttpError, NetworkError } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { button, members, reader, shownBoard } from '../../../testing/board-fixture.ts';
import { assertAccessible, cleanUp, mount, pause, seen, settle } from '../../../testing/fixture.ts';
import { board, reranked } from '../../../testing/samples.ts';

describe('<wee5-leaderboard> for everybody', () => {
  cleanUp();

  it('is clean in every state', async () => {
    const { element, client } = await mount('wee5-leaderboard');
    await assertAccessible(element);
    client.say('leaderboard', board({ entries: [], total: 0 }));
    await settle(element);
    await assertAccessible(element);
    client.say('leaderboard', board({ me: reader }));
    await settle(element);
    await assertAccessible(element);
    client.say('leaderboard', reranked(board({ me: reader }), { user_4: 20_000 }));
    client.become('offline');
    await pause(300);
    await assertAccessible(element);
    client.become('live');
    client.fail('leaderboard', new HttpError(503, { code: 'storage-unavailable' }));
    await settle(element);
    await assertAccessible(element);
  });

  it('is clean with tabs in every state', async () => {
    const { element, client } = await mount('wee5-leaderboard', { windows: 'week month all' });
    await assertAccessible(element);
    client.fail('leaderboard', new NetworkError('no answer'));
    await settle(element);
    await assertAccessible(element);
    client.say('leaderboard', board({ entries: [], total: 0 }));
    await settle(element);
    await assertAccessible(element);
    client.say('leaderboard', board({ me: reader, nextCursor: 'next' }));
    await settle(element);
    await assertAccessible(element);
    client.forget('leaderboard');
    element.window = 'all';
    await settle(element);
    // Rows that are about to go may be pale.
    await assertAccessible(element, ['color-contrast']);
  });

  it('is clean while more is asked for, and when that fails', async () => {
    const { element, client } = await shownBoard(board({ entries: members(100), nextCursor: 'next' }), {
      limit: 100,
    });
    client.answerPages(() => Promise.reject(new NetworkError('no answer')));
    button(element, 'Show more').click();
    await element.updateComplete;
    await assertAccessible(element);
    await settle(element);
    await assertAccessible(element);
  });

  for (const width of [240, 480, 900]) {
    it(`is clean with a podium at ${width} px`, async () => {
      const { element } = await shownBoard(board({ me: reader }), { layout: 'podium', width });
      await assertAccessible(element);
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [240, 480]) {
      it(`has enough contrast in ${theme} colours at ${width} px`, async () => {
        document.body.style.background = theme === 'dark' ? '#000' : '#fff';
        const { element } = await shownBoard(board({ me: reader }), { theme, width });
        await assertAccessible(element);
      });
    }
  }

  it('is a table with a caption, headers and one row per member', async () => {
    const { element } = await shownBoard();
    const table = element.shadowRoot!.querySelector('table')!;
    assert.equal(seen(table.caption!), 'Leaderboard All time');
    assert.deepEqual(
      [...table.querySelectorAll('[role=columnheader]')].map(({ textContent }) => textContent.trim()),
      ['Rank', 'Member', 'Level', 'XP'],
    );
    assert.equal(table.querySelectorAll('tbody [role=row]').length, 10);
  });
});

import { HttpError, NetworkError } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { ids, idsOf, newest, shown } from '../../../testing/activity.ts';
import {
  assertAccessible,
  cleanUp,
  part,
  parts,
  seen,
  settle,
  text,
  until,
} from '../../../testing/fixture.ts';
import { activityEntry, activityPage, card } from '../../../testing/samples.ts';
import { FakeClient } from '../../../testing/fake-client.ts';

describe('the pages of <wee5-activity>', () => {
  cleanUp();

  describe('more', () => {
    it('comes by the cursor, below what is shown, once for two presses', async () => {
      const { element, client } = await shown(newest(3), { nextCursor: 'older' });
      const button = part(element, 'button');
      button.focus();
      button.click();
      button.click();
      await settle(element);
      assert.equal(seen(button), 'Loading');
      assert.equal(button.getAttribute('aria-disabled'), 'true');
      assert.deepEqual(client.activity.asked.slice(1), [{ limit: 10, cursor: 'older' }]);
      client.activity.answer(activityPage(newest(3, 3), 'oldest'));
      await until('it is there', () => parts(element, 'entry').length === 6);
      assert.deepEqual(ids(element), idsOf(newest(6)));
      assert.equal(element.shadowRoot!.activeElement, button);
      assert.equal(seen(button), 'Show more');
    });

    it('ends with the last page, and the keyboard goes on where it began', async () => {
      const { element, client } = await shown(newest(2), { nextCursor: 'older' });
      part(element, 'button').focus();
      part(element, 'button').click();
      client.activity.answer(activityPage(newest(2, 2)));
      await until('it is there', () => parts(element, 'entry').length === 4);
      await settle(element);
      assert.equal(parts(element, 'button').length, 0);
      assert.equal(element.shadowRoot!.activeElement, parts(element, 'entry')[2]);
      assert.include(element.shadowRoot!.querySelector('[role=status]')!.textContent, '2 more entries');
    });

    it('says when it failed, keeps what there is, and comes when asked again', async () => {
      const { element, client } = await shown(newest(2), { nextCursor: 'older' });
      part(element, 'button').click();
      client.activity.answer(new NetworkError('no answer'));
      await until('it says so', () => text(element).includes('More could not be loaded.'));
      assert.equal(parts(element, 'entry').length, 2);
      assert.equal(part(element, 'button').getAttribute('aria-describedby'), part(element, 'note').id);
      await assertAccessible(element);
      part(element, 'button').click();
      client.activity.answer(activityPage(newest(1, 2)));
      await until('it is there', () => parts(element, 'entry').length === 3);
      assert.equal(parts(element, 'note').length, 0);
    });
  });

  describe('live', () => {
    it('puts new entries before what is shown, and leaves that where it is', async () => {
      const { element, client } = await shown(newest(3), { nextCursor: 'older' });
      part(element, 'button').click();
      client.activity.answer(activityPage(newest(3, 3), 'oldest'));
      await until('it is there', () => parts(element, 'entry').length === 6);
      const [before] = parts(element, 'entry');
      const fresh = activityEntry(99, { minutes: 0 });
      client.say('rankCard', card({ xp: 5_225, version: 2 }));
      client.activity.answer(activityPage([fresh, ...newest(2)], 'wrong'));
      await until('it is there', () => parts(element, 'entry').length === 7);
      assert.deepEqual(ids(element), idsOf([fresh, ...newest(6)]));
      assert.equal(parts(element, 'entry')[1], before);
      part(element, 'button').click();
      assert.equal(client.activity.asked.at(-1)?.cursor, 'oldest');
    });

    it('begins anew where more happened than one page tells', async () => {
      const { element, client } = await shown(newest(3, 10), { nextCursor: 'older' });
      client.say('rankCard', card({ version: 2 }));
      client.activity.answer(activityPage(newest(3), 'newer'));
      await until('it is there', () => ids(element)[0] === newest(1)[0]!.activityId);
      assert.deepEqual(ids(element), idsOf(newest(3)));
      part(element, 'button').click();
      assert.equal(client.activity.asked.at(-1)?.cursor, 'newer');
    });

    it('asks once more for any number of changes while it is being answered', async () => {
      const { element, client } = await shown(newest(1));
      for (const version of [2, 3, 4]) client.say('rankCard', card({ version }));
      assert.equal(client.activity.asked.length, 2);
      client.activity.answer(activityPage(newest(1)));
      await until('it asks again', () => client.activity.asked.length === 3);
      client.activity.answer(activityPage(newest(1)));
      await settle(element);
      assert.equal(client.activity.asked.length, 3);
      client.say('rankCard', card({ version: 4 }));
      await settle(element);
      assert.equal(client.activity.asked.length, 3, 'nothing has changed');
    });

    it('keeps what is known when a refresh fails, and says how old it is', async () => {
      const { element, client } = await shown(newest(2));
      client.say('rankCard', card({ version: 2 }));
      client.activity.answer(new HttpError(500, { code: 'internal-error' }));
      await until('it says so', () => text(element).includes('Could not refresh.'));
      assert.equal(parts(element, 'entry').length, 2);
      part(element, 'button').click();
      client.activity.answer(activityPage(newest(3)));
      await until('it is there', () => parts(element, 'entry').length === 3);
      assert.notInclude(text(element), 'Could not refresh.');
    });

    it('forgets one reader’s log when there is another', async () => {
      const { element, client } = await shown(newest(2), { nextCursor: 'older' });
      part(element, 'button').click();
      const next = new FakeClient();
      element.client = next;
      await settle(element);
      client.activity.answer(activityPage(newest(2, 2)));
      await settle(element);
      assert.notInclude(text(element).replaceAll('Chat message', ''), '1 minute ago');
      assert.equal(part(element, 'card').getAttribute('aria-busy'), 'true');
      next.activity.answer(activityPage(newest(1, 50)));
      await until('it is there', () => part(element, 'card').getAttribute('aria-busy') === 'false');
      assert.deepEqual(ids(element), idsOf(newest(1, 50)));
    });
  });
});

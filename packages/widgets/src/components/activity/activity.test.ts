import { HttpError, NetworkError, type ActivityEntry } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../../testing/fake-client.ts';
import {
  assertAccessible,
  cleanUp,
  mount,
  part,
  parts,
  prefer,
  seen,
  settle,
  text,
  until,
} from '../../../testing/fixture.ts';
import {
  activityEntry,
  activityPage,
  allActivity,
  card,
  community,
  difficultNames,
} from '../../../testing/samples.ts';

async function shown(
  entries: ActivityEntry[],
  options: { nextCursor?: string } & Record<string, unknown> = {},
) {
  const { nextCursor = null, ...properties } = options;
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rankCard', card());
  client.activity.answer(activityPage(entries, nextCursor));
  const mounted = await mount('wee5-activity', properties, client);
  await until('it is loaded', () => part(mounted.element, 'card').getAttribute('aria-busy') === 'false');
  return mounted;
}

const ids = (element: Element) => parts(element, 'entry').map((it) => it.dataset['id']);
const idsOf = (entries: ActivityEntry[]) => entries.map(({ activityId }) => activityId);
const newest = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => activityEntry(from + index, { minutes: from + index + 1 }));

describe('<wee5-activity>', () => {
  cleanUp();

  describe('accessibility', () => {
    for (const theme of ['light', 'dark'] as const) {
      it(`is clean in every state in ${theme} colours`, async () => {
        document.body.style.background = theme === 'dark' ? '#000' : '#fff';
        const { element: loading } = await mount('wee5-activity', { theme });
        await assertAccessible(loading);
        for (const [entries, nextCursor] of [
          [allActivity(), undefined],
          [newest(3), 'cursor'],
          [[], undefined],
        ] as const) {
          const { element } = await shown([...entries], { theme, ...(nextCursor && { nextCursor }) });
          await assertAccessible(element);
        }
      });
    }

    it('reads as lists, each named by its day', async () => {
      const { element } = await shown(allActivity());
      const lists = [...element.shadowRoot!.querySelectorAll('ul')];
      const names = lists.map((list) =>
        seen(element.shadowRoot!.getElementById(list.getAttribute('aria-labelledby')!)!),
      );
      assert.equal(new Set(names).size, names.length);
      assert.include(names, 'Yesterday');
      assert.equal(lists.flatMap((list) => [...list.children]).length, allActivity().length);
      assert.isTrue(lists.every((list) => list.getAttribute('role') === 'list'));
    });

    it('says the unit to who cannot see the column', async () => {
      const { element } = await shown(newest(1));
      assert.equal(part(element, 'xp').textContent.replaceAll(/\s+/g, ' ').trim(), '+15 XP');
    });
  });

  it('shows what each entry was, why, when and what it was worth', async () => {
    const { element } = await shown(allActivity());
    const [first, second] = parts(element, 'entry').map(seen);
    assert.match(first!, /^Chat message 12 × 1\.5 weekend 2 minutes ago \+18/);
    assert.match(second!, /^Chat message No XP: you can earn again after 1 min 3 minutes ago 0/);
    const time = part(element, 'time') as HTMLTimeElement;
    assert.closeTo(Date.parse(time.dateTime), Date.now() - 120_000, 10_000);
    assert.match(time.title, /\d{4}/);
    assert.include(text(element), '5,210 XP in all');
  });

  it('tells the sum of each whole day alone', async () => {
    const entries = [newest(2), newest(2, 3_000)].flat();
    const { element } = await shown(entries, { nextCursor: 'cursor' });
    assert.deepEqual(
      parts(element, 'day').map((day) => seen(day).includes('+30 XP')),
      [true, false],
    );
  });

  it('asks for as many entries as the page wants, within what the API gives', async () => {
    for (const [limit, asked] of [
      [undefined, 10],
      [3, 3],
      [500, 100],
      [0, 10],
    ] as const) {
      const { client } = await shown(newest(1), { limit });
      assert.deepEqual(client.activity.asked, [{ limit: asked }]);
    }
  });

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

  it('says what to do when nobody is signed in, and when there is nothing yet', async () => {
    const client = new FakeClient();
    client.activity.answer(new HttpError(401, { code: 'unauthenticated' }));
    const { element } = await mount('wee5-activity', {}, client);
    await until('it says so', () => text(element).includes('You are not signed in Sign in to see this.'));
    await assertAccessible(element);
    const { element: empty } = await shown([]);
    assert.include(text(empty), 'Nothing here yet Say hello in chat: what you earn shows up here.');
  });

  it('shows whatever a creator writes as the text it is', async () => {
    const bad = '<img src=x onerror="globalThis.hacked = true">';
    const { element } = await shown([
      activityEntry(1, { type: 'adjustment', receipt: { reason: bad } }),
      activityEntry(2, { summary: bad, receipt: {} as never }),
    ]);
    assert.deepEqual(
      parts(element, 'why').map((it) => it.textContent.trim()),
      [bad, bad],
    );
    assert.equal(element.shadowRoot!.querySelector('img'), null);
    assert.isFalse('hacked' in globalThis);
  });

  it('speaks the language of the page', async () => {
    const { element } = await shown(allActivity(), { lang: 'de' });
    await until('it speaks German', () => text(element).includes('Aktivität'));
    const [first, second] = parts(element, 'entry').map(seen);
    assert.match(first!, /^Chatnachricht 12 × 1,5 weekend vor 2 Minuten \+18/);
    assert.match(second!, /^Chatnachricht Keine XP: du kannst nach 1 Min\. wieder sammeln vor 3 Minuten 0/);
    assert.include(text(element), 'Gestern');
  });

  for (const [width, dir] of [
    [240, 'ltr'],
    [240, 'rtl'],
    [480, 'rtl'],
    [900, 'rtl'],
    [900, 'ltr'],
  ] as const) {
    it(`lets nothing leave the card at ${width} px, ${dir}`, async () => {
      document.documentElement.dir = dir;
      const entries = difficultNames.map((reason, index) =>
        activityEntry(index, {
          type: 'adjustment',
          xp: (-1) ** index * 12_345_678,
          receipt: { reason: reason.repeat(3) },
        }),
      );
      const { element } = await shown([...entries, ...allActivity()], { width, nextCursor: 'older' });
      const { left, right } = element.getBoundingClientRect();
      const names = ['name', 'why', 'time', 'xp', 'button', 'day'];
      for (const each of names.flatMap((name) => parts(element, name))) {
        const { left: from, right: to } = each.getBoundingClientRect();
        assert.isAtMost(to, right - (each.matches('.day') ? 0 : 15), each.outerHTML);
        assert.isAtLeast(from, left + (each.matches('.day') ? 0 : 15), each.outerHTML);
      }
    });
  }

  it('moves nothing where less motion is preferred', async () => {
    await prefer({ 'prefers-reduced-motion': 'reduce' });
    const { element, client } = await shown(newest(3));
    client.say('rankCard', card({ version: 2 }));
    client.activity.answer(activityPage([activityEntry(99), ...newest(3)]));
    await until('it is there', () => parts(element, 'entry').length === 4);
    assert.deepEqual(element.shadowRoot!.getAnimations(), []);
  });

  it('lets a page style each part', async () => {
    const { element } = await shown(newest(2), { nextCursor: 'older' });
    const names = [
      'card',
      'body',
      'title',
      'day',
      'entry',
      'source',
      'name',
      'time',
      'xp',
      'button',
      'footer',
    ];
    for (const name of names) {
      const style = document.createElement('style');
      style.textContent = `wee5-activity::part(${name}) { outline: 3px solid rgb(1, 2, 3) }`;
      document.body.append(style);
      assert.equal(getComputedStyle(part(element, name)).outlineColor, 'rgb(1, 2, 3)', name);
    }
  });
});
